// npm start and npm run dev: installs what is missing, then runs scripts/serve.ts, which does the rest.
import "./setup/node-version.mjs";

import("./setup/process.mjs").then(({ entry, typescript }) =>
  entry(async (args) => {
    const { ensureInstalled } = await import("./setup/install.mjs");
    const { ensureGenerated } = await import("./setup/generate.mjs");
    const { runTied } = await import("./setup/tied-child.mjs");
    await ensureInstalled();
    await ensureGenerated();
    return runTied(process.execPath, typescript("scripts/serve.ts", ...args));
  }),
);
