// npm run build: everything npm start does before it serves.
import "./setup/node-version.mjs";

import("./setup/process.mjs").then(({ entry }) =>
  entry(async () => {
    const { ensureInstalled } = await import("./setup/install.mjs");
    const { ensureGenerated } = await import("./setup/generate.mjs");
    const { ensureBuilt } = await import("./setup/build.mjs");
    await ensureInstalled();
    await ensureGenerated();
    await ensureBuilt({ force: true });
    return 0;
  }),
);
