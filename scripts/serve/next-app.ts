import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

import { OperatorError } from "@/lib/errors/operator-error";

import type { ChildProcess } from "node:child_process";

/** The running app; `ended` settles when its process is gone, for whatever reason. */
export type NextApp = { ended: Promise<void>; stop: (force: boolean) => Promise<void> };

type Options = { port: number; host: string | undefined; dev: boolean; env: Record<string, string> };

const START_PATIENCE = 60_000;
const LOOK_AGAIN = 50;
/** How long requests that are under way, and open live connections, may take to end. */
const STOP_PATIENCE = 5_000;

/**
 * Starts Next on its own process and waits until it answers. Not in this process: ours runs with the react-server
 * condition, under which Next could not draw a page, and it outlives a crash of Next's to close the database.
 */
export async function startNext(options: Options): Promise<NextApp> {
  const child = launch(options);
  const output = collect(child);
  const ended = once(child, "exit").then(() => undefined);
  await Promise.race([answers(options), ended]);
  if (child.exitCode !== null) {
    throw new OperatorError(
      `The app did not start: ${output.text().trim().split("\n").at(-1) || "Next gave no reason"}.`,
    );
  }
  output.passOn();
  return { ended, stop: (force) => stop(child, ended, force) };
}

function launch({ port, host, dev, env }: Options): ChildProcess {
  const tied = ["--import", "./scripts/setup/tied.mjs"];
  const next = ["node_modules/next/dist/bin/next", dev ? "dev" : "start", "--port", String(port)];
  return spawn(process.execPath, [...tied, ...next, ...(host ? ["--hostname", host] : [])], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, ...env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}

/** Keeps Next's banner to itself, unless the start fails; what the app says afterwards is passed on. */
function collect(child: ChildProcess): { text: () => string; passOn: () => void } {
  let text = "";
  const keep = (chunk: Buffer) => (text += String(chunk));
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return {
    text: () => text,
    passOn: () => {
      child.stdout?.off("data", keep).pipe(process.stdout);
      child.stderr?.off("data", keep).pipe(process.stderr);
    },
  };
}

async function answers({ port, host }: Options): Promise<void> {
  const address = `http://${host && host !== "0.0.0.0" ? urlHost(host) : "127.0.0.1"}:${port}/healthz`;
  for (let waited = 0; waited < START_PATIENCE; waited += LOOK_AGAIN) {
    const response = await fetch(address).catch(() => null);
    if (response) {
      return;
    }
    await pause(LOOK_AGAIN);
  }
  throw new OperatorError(
    `The app did not answer at ${address} within a minute: look at what it says, then start again.`,
  );
}

function urlHost(host: string): string {
  return host.includes(":") ? `[${host === "::" ? "::1" : host}]` : host;
}

async function stop(child: ChildProcess, ended: Promise<void>, force: boolean): Promise<void> {
  child.kill(force ? "SIGKILL" : "SIGTERM");
  const patience = new AbortController();
  const late = pause(STOP_PATIENCE, undefined, { signal: patience.signal }).then(() => child.kill("SIGKILL"));
  await Promise.race([ended, late.catch(() => undefined)]);
  patience.abort();
  await ended;
}
