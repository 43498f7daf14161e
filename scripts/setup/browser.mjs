import { spawnSync } from "node:child_process";
import path from "node:path";

import { run, SetupError } from "./process.mjs";

const ON_THE_SYSTEM = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium that runs: Playwright's own, else one on the system, else Playwright's is installed. Gives its path. */
export async function findBrowser() {
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  const found = [own, ...ON_THE_SYSTEM.flatMap(placesOf)].find(runs);
  if (found) {
    return found;
  }
  await run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (runs(own)) {
    return own;
  }
  throw new SetupError(
    "The journeys need a browser and none was found: install one with sudo apt-get install chromium, then try again.",
  );
}

/** Where a command may be, because Playwright takes a path and does not look for names itself. */
function placesOf(command) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return path.isAbsolute(command) ? [command] : folders.map((folder) => path.resolve(folder, command));
}

/** One that is there but lacks a library does not get as far as telling its version. */
function runs(browser) {
  return spawnSync(browser, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
