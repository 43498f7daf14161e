import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

import { freePort } from "@/lib/db/server/port";

export type Server = { url: string; pid: number; stop: () => Promise<void> };

const NEXT = "node_modules/next/dist/bin/next";
const PATIENCE = 30_000;

/** Builds the bench's own app; its build is small and made anew for every run. */
export async function buildBare(folder: string): Promise<void> {
  const child = spawn(process.execPath, [NEXT, "build", folder], { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("The bare app of the bench could not be built: look at what Next says above.");
}

/** Starts a production build of Next on a free port of this machine, with an environment of its own, and waits for it. */
export async function startNext(folder: string, env: Record<string, string>): Promise<Server> {
  const port = await freePort(undefined);
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [NEXT, "start", folder, "-p", String(port), "-H", "localhost"], {
    env: { ...process.env, NODE_ENV: "production", DEBRIEF_URL: url, NEXTAUTH_URL: url, PORT: String(port), ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilItAnswers(url, child);
  return { url, pid: child.pid ?? 0, stop: () => stop(child) };
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    if (child.exitCode !== null) throw new Error(`The server for ${url} ended with code ${child.exitCode}.`);
    const answer = await fetch(url, { redirect: "manual" }).catch(() => null);
    if (answer) return;
    await pause(100);
  }
  throw new Error(`${url} did not answer within ${PATIENCE / 1000} s.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
