// Runs one of the TypeScript commands in this folder: node scripts/run.mjs NAME ARGS. Prints nothing of its own on
// stdout, which belongs to the command.
import "./setup/node-version.mjs";

import("./setup/process.mjs").then(({ entry, run, typescript }) =>
  entry(async ([name, ...args]) => {
    const { ensureInstalled } = await import("./setup/install.mjs");
    await ensureInstalled();
    if (!["extract", "score"].includes(name)) {
      // Reading a recap is pure: it needs no database client.
      const { ensureGenerated } = await import("./setup/generate.mjs");
      await ensureGenerated();
    }
    return run(process.execPath, typescript(`scripts/${name}.ts`, ...args));
  }),
);
