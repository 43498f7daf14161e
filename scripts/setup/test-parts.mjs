import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { run } from "./process.mjs";

/** Where the runners write what they counted. */
const RESULTS = ".data/test-results";

/** Each part runs programs one after the other, and counts as one test unless its runner counted more. */
export const STATIC = [
  {
    name: "Lint",
    commands: [
      ["eslint/bin/eslint.js", ".", "--max-warnings", "0"],
      ["prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."],
    ],
  },
  {
    name: "Types",
    commands: [
      ["next/dist/bin/next", "typegen"],
      ["typescript/bin/tsc", "--noEmit"],
    ],
  },
];

export const TESTS = [
  {
    name: "Unit and integration tests",
    commands: [
      ["vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}/vitest.json`],
    ],
    count: () => countVitest(read("vitest.json")),
  },
  { name: "Production build", scripts: ["scripts/build.mjs"] },
  { name: "Browser journeys", scripts: ["scripts/e2e.mjs"], count: () => countPlaywright(read("playwright.json")) },
];

/** Runs all parts, those after a failure too, and ends with the line that CI reads. Gives the exit code. */
export async function runParts(parts) {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const done = [];
  for (const part of parts) {
    console.log(`\n━━ ${part.name}`);
    done.push(await runPart(part));
    console.log(`━━ ${summary(done.at(-1))}`);
  }
  console.log(`\n${done.map(summary).join("\n")}\n`);
  const sum = (key) => done.reduce((total, result) => total + result[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
}

async function runPart({ name, commands = [], scripts = [], count }) {
  const started = Date.now();
  const programs = [
    ...commands.map(([file, ...args]) => [path.join("node_modules", file), ...args]),
    ...scripts.map((file) => [file]),
  ];
  let code = 0;
  for (const program of programs) {
    code ||= await run(process.execPath, program, { stdio: ["ignore", "inherit", "inherit"], env: environment() });
  }
  const counted = count?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A runner that fails without a failed test (no test found, set-up broken) has failed all the same.
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
  return { name, ...counted, failed, seconds: (Date.now() - started) / 1000 };
}

function environment() {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(RESULTS, "playwright.json"),
  };
}

function summary({ name, passed, failed, seconds }) {
  return `${failed === 0 ? "ok    " : "FAILED"} ${name.padEnd(28)} ${passed} passed, ${failed} failed in ${seconds.toFixed(1)} s`;
}

/** What a runner wrote, or null when it did not get that far. */
function read(name) {
  try {
    return JSON.parse(readFileSync(path.join(RESULTS, name), "utf8"));
  } catch {
    return null;
  }
}

function countVitest(report) {
  // A file that cannot be loaded is a failed suite without a failed test.
  const broken = report?.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return report && { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

function countPlaywright(report) {
  return (
    report && {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected + report.errors.length,
    }
  );
}
