import { existsSync, readFileSync } from "node:fs";

import { runQuietly, step } from "./process.mjs";

/** Installs the packages of package-lock.json unless they are there. `dev` also asks for the tools of development. */
export async function ensureInstalled({ dev = false } = {}) {
  if (isInstalled(dev)) {
    return;
  }
  const [program, ...args] = npm();
  const flags = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  await step("Installing packages", () =>
    runQuietly(program, [...args, ...flags], {
      sentence: "The packages could not be installed: put right what npm says above, then try again.",
    }),
  );
}

/** npm keeps what it installed in a lock file of its own, written when it is done; the two are compared. */
function isInstalled(dev) {
  const done = "node_modules/.package-lock.json";
  if (!existsSync(done)) {
    return false;
  }
  const installed = JSON.parse(readFileSync(done, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages);
  return wanted.every(([folder, { version, optional, dev: isDev, devOptional, link }]) => {
    if (folder === "" || link) {
      return true;
    }
    const found = installed[folder];
    const canBeMissing = Boolean(optional || (!dev && (isDev || devOptional)));
    return found ? found.version === version && existsSync(folder) : canBeMissing;
  });
}

/** The npm that started us, else the one on the path. */
function npm() {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.c?js$/.test(script) ? [process.execPath, script] : ["npm"];
}
