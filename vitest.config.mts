import path from "node:path";

import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      "server-only": path.join(import.meta.dirname, "lib/testing/empty.ts"),
    },
  },
  test: {
    include: ["{app,components,lib,prisma,scripts}/**/*.test.{ts,tsx}"],
    globalSetup: ["lib/testing/global-setup.ts"],
    // Limits against a test that hangs; a busy machine is no failure.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A zone far from UTC and off the hour, so that a date formatted without its zone shows up.
    env: { TZ: "Asia/Kathmandu" },
  },
});
