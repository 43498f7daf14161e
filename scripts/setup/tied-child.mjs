import { spawn } from "node:child_process";

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
  endWithNpm(child);
  return new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
}

/** npm does not pass on its own violent end: when the process that started us is gone, so are we. */
function endWithNpm(child) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      child.kill("SIGTERM");
    }
  }, PARENT_CHECK);
  timer.unref();
}
