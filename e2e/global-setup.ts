import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";

import { embeddedUrl } from "@/lib/db/server/embedded";
import { freePort } from "@/lib/db/server/port";

import type { ChildProcess } from "node:child_process";

const DATA_DIR = path.resolve(".data/e2e");

/**
 * Starts the production app as npm start does, on a free port with an empty data folder, and tells the tests where it
 * is (E2E_BASE_URL), how the first admin is made (E2E_SETUP_LINK), and which database and secret it uses
 * (DATABASE_URL, NEXTAUTH_SECRET), for rows made with lib/testing. Playwright calls what it returns at the end.
 */
export default async function startApp(): Promise<() => Promise<void>> {
  rmSync(DATA_DIR, { recursive: true, force: true });
  const port = await freePort();
  const own = {
    ...{ PORT: String(port), HOST: "127.0.0.1", DEBRIEF_DATA_DIR: DATA_DIR, NEXTAUTH_SECRET: "e2e ".repeat(10) },
    // Journeys serve the feeds they follow on this machine.
    DEBRIEF_OUTBOUND_ALLOW: "127.0.0.1",
  };
  // Empty rather than absent: what is absent here would be taken from a developer's .env.
  const cleared = { DATABASE_URL: "", DEBRIEF_URL: "", DEBRIEF_TRUST_PROXY: "", NODE_OPTIONS: "" };
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/serve.ts"], {
    env: { ...process.env, ...cleared, ...own },
    // The channel ends the app when the test run is killed.
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const said = await firstWords(child);
  process.env.E2E_BASE_URL = `http://localhost:${port}`;
  process.env.E2E_SETUP_LINK = /http\S+\/setup\/\S+/.exec(said)?.[0];
  process.env.DATABASE_URL = embeddedUrl(DATA_DIR) ?? undefined;
  process.env.NEXTAUTH_SECRET = own.NEXTAUTH_SECRET;
  return async () => {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
}

/** What the app prints until it is ready; fails when it ends before. */
async function firstWords(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.on("exit", (code) => reject(new Error(`The app ended with exit code ${code}; what it said is above.`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes("Stop it with Ctrl-C")) {
        resolve(said);
      }
    });
  });
}
