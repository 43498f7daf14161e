import { spawn } from "node:child_process";

const PARENT_CHECK = 200;

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

/**
 * npm cannot pass on its own violent end: when it is gone, so are we. Its scripts for starting say `exec`, so that npm
 * is our parent, and not a shell that would keep signals from us.
 */
function endWithNpm(child) {
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== npm) {
      clearInterval(timer);
      child.kill("SIGTERM");
    }
  }, PARENT_CHECK);
  timer.unref();
}
