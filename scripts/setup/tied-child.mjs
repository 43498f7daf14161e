import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const PARENT_CHECK = 1_000;

/**
 * Runs a program that ends when we do, however we end, and gives its exit code. It is in a process group of its own:
 * Ctrl-C in a terminal reaches us alone and is passed on once, so that it is the child who decides in which order
 * things close. The channel between us closes even when we are killed, which tells the child (see tied.mjs).
 */
export function runTied(program, args) {
  const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit", "ipc"], detached: true });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  if (process.env.npm_lifecycle_event) {
    endWithNpm(child);
  }
  return new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
}

/** npm cannot pass on its own violent end: when it is gone, so are we. */
function endWithNpm(child) {
  const before = launcher();
  const timer = setInterval(() => {
    if (launcher() !== before) {
      clearInterval(timer);
      child.kill("SIGTERM");
    }
  }, PARENT_CHECK);
  timer.unref();
}

/** The process that started us, or the npm behind the shell it starts scripts with, where /proc tells. */
function launcher() {
  const parent = process.ppid;
  try {
    const isShell = /\0-c\0/.test(readFileSync(`/proc/${parent}/cmdline`, "utf8"));
    return isShell ? /PPid:\t(\d+)/.exec(readFileSync(`/proc/${parent}/status`, "utf8"))?.[1] : String(parent);
  } catch {
    return String(parent);
  }
}
