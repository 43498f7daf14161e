import { readFileSync } from "node:fs";

/**
 * Tells one process from a later one with the same number: boot and start time on Linux. Empty elsewhere, where the
 * number alone has to do; null when there is no such process.
 */
export function processIdentity(pid: number): string | null {
  if (!isRunning(pid)) {
    return null;
  }
  if (process.platform !== "linux") {
    return "";
  }
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in field 2 may hold spaces and brackets; after its last bracket, state is field 3 and start time 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : `${boot}:${fields[19]}`;
  } catch {
    return null;
  }
}

/** The command a process was started with, or null when it cannot be told. */
export function processCommand(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is running all the same.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
