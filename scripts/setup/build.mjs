import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { runQuietly, step } from "./process.mjs";

const STAMP = ".next/debrief-built-from";
const FOLDERS = ["app", "components", "lib", "public"];
const FILES = [
  "package-lock.json",
  "instrumentation.ts",
  "next.config.js",
  "tsconfig.json",
  "postcss.config.mjs",
  "prisma/schema.prisma",
];

/**
 * Builds the app for production unless the last complete build was of the same sources.
 * @param {{ force?: boolean, signal?: AbortSignal }} [options]
 */
export async function ensureBuilt({ force = false, signal } = {}) {
  const sources = fingerprint();
  if (!force && existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) {
    return;
  }
  // Taken away first, so that a build that is cut short is not taken for a complete one.
  rmSync(STAMP, { force: true });
  await step("Building the app", () =>
    runQuietly(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      signal,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      sentence: "The build failed: put right what Next says above, then try again.",
    }),
  );
  writeFileSync(STAMP, sources);
}

/** One hash over the content of everything that goes into the build; dates do not matter. */
function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  for (const file of [...FOLDERS.flatMap(filesIn), ...FILES.filter((file) => existsSync(file))]) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesIn(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith(path.join("lib", "testing")))
    .sort();
}
