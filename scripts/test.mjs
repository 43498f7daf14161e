// npm test: everything CI runs, with its own set-up. npm run check (--static): lint and types only.
import "./setup/node-version.mjs";

import("./setup/process.mjs").then(({ entry }) =>
  entry(async (args) => {
    const { ensureInstalled } = await import("./setup/install.mjs");
    const { ensureGenerated } = await import("./setup/generate.mjs");
    await ensureInstalled({ dev: true });
    await ensureGenerated();
    const { runParts, STATIC, TESTS } = await import("./setup/test-parts.mjs");
    return runParts(args.includes("--static") ? STATIC : [...STATIC, ...TESTS]);
  }),
);
