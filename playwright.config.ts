import { defineConfig, devices } from "@playwright/test";

const DOORS = /(accessible|bad-input|blind|routes)\.spec\.ts$/;

/** Started by scripts/e2e.mjs, which names the browser; e2e/global-setup.ts starts the app and says where. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A test that passes only the second time is reported as flaky, and is not what stops a release.
  retries: 1,
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/results.json" }],
  ],
  // The set-up link works until there is an admin: tests that make one come last, whatever became of the journeys.
  projects: [
    { name: "journeys", testIgnore: DOORS, teardown: "doors" },
    { name: "doors", testMatch: DOORS },
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.E2E_BASE_URL,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.E2E_BROWSER,
      // Chromium's sandbox does not work for root, who runs most containers.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
});
