import { execFileSync } from "node:child_process";

/** Whether a program that a test would like to ask is on this machine. */
export function found(command: string): boolean {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}
