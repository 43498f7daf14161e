// npm run e2e: the browser journeys, on a production build and a database of their own.
import "./setup/node-version.mjs";

import("./setup/process.mjs").then(({ entry, run }) =>
  entry(async (args) => {
    const { ensureInstalled } = await import("./setup/install.mjs");
    const { ensureGenerated } = await import("./setup/generate.mjs");
    const { ensureBuilt } = await import("./setup/build.mjs");
    await ensureInstalled({ dev: true });
    await ensureGenerated();
    await ensureBuilt();
    const { findBrowser } = await import("./setup/browser.mjs");
    const browser = await findBrowser();
    return run(process.execPath, ["node_modules/@playwright/test/cli.js", "test", ...args], {
      stdio: ["ignore", "inherit", "inherit"],
      // The condition lets journeys make their rows with lib/testing, whose files are marked server-only.
      env: { ...process.env, E2E_BROWSER: browser, NODE_OPTIONS: "--conditions=react-server" },
    });
  }),
);
