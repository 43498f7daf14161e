import { execFileSync } from "node:child_process";

/** Whether this machine has Python to read a file with, as CI does; tests that use it are left out where it has not. */
export const hasPython = (() => {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** What a script in Python says of bytes that it reads from its standard input. */
export function python(script: string, input: Uint8Array): string {
  return execFileSync("python3", ["-c", script], { input, encoding: "utf8", env: { PYTHONUTF8: "1", ...process.env } });
}
