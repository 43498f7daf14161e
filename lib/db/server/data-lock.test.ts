import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { OperatorError } from "@/lib/errors/operator-error";

import { dataLockHolder, isLock, takeDataLock } from "./data-lock";
import { processIdentity } from "./process-identity";

let folder: string;
const command = "npm start";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "debrief-lock-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("takeDataLock", () => {
  it("makes the folder and holds it until it is released", () => {
    const dataDir = path.join(folder, "new", "data");
    const lock = taken(takeDataLock({ dataDir, command }));

    expect(dataLockHolder(dataDir)).toMatchObject({ pid: process.pid, command });
    lock.release();
    expect(dataLockHolder(dataDir)).toBeNull();
  });

  it("answers with the process that has it", () => {
    taken(takeDataLock({ dataDir: folder, command }));

    expect(takeDataLock({ dataDir: folder, command: "npm run db" })).toMatchObject({ pid: process.pid, command });
  });

  it("says when its holder is about to end", () => {
    taken(takeDataLock({ dataDir: folder, command })).sayEnding();

    expect(dataLockHolder(folder)).toMatchObject({ isEnding: true });
  });

  it("takes over from a process that was killed", async () => {
    const pid = await endedProcess();
    holdAs({ pid, identity: "another boot:1" });

    expect(taken(takeDataLock({ dataDir: folder, command })).wasLeftBehind).toBe(true);
  });

  it("takes over when the number now belongs to another process", () => {
    holdAs({ pid: process.pid, identity: "another boot:1" });

    expect(taken(takeDataLock({ dataDir: folder, command })).wasLeftBehind).toBe(true);
  });

  it("takes over what is no lock at all", () => {
    writeFileSync(path.join(folder, "lock"), "");

    taken(takeDataLock({ dataDir: folder, command }));
  });

  it("leaves a lock alone that somebody else has taken meanwhile", () => {
    const lock = taken(takeDataLock({ dataDir: folder, command }));
    holdAs({ pid: process.ppid, identity: processIdentity(process.ppid) ?? "" });

    lock.release();

    expect(dataLockHolder(folder)).toMatchObject({ pid: process.ppid });
  });

  it("says in a sentence that the folder cannot be written", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "not a folder");

    expect(() => takeDataLock({ dataDir: path.join(file, "data"), command })).toThrow(OperatorError);
  });

  it.skipIf(process.platform !== "linux")("says so where no folder can be made, for root too", () => {
    expect(() => takeDataLock({ dataDir: "/proc/debrief/data", command })).toThrow(OperatorError);
  });

  it.skipIf(process.getuid?.() === 0)("says so of a folder without the permission too", () => {
    chmodSync(folder, 0o500);

    expect(() => takeDataLock({ dataDir: folder, command })).toThrow(/cannot be written by this user/);
    chmodSync(folder, 0o700);
  });

  it("leaves nothing beside the lock", () => {
    taken(takeDataLock({ dataDir: folder, command }));

    expect(JSON.parse(readFileSync(path.join(folder, "lock"), "utf8"))).toHaveProperty("pid");
    expect(() => readFileSync(path.join(folder, `lock.${process.pid}`))).toThrow();
  });
});

function taken(answer: ReturnType<typeof takeDataLock>) {
  if (!isLock(answer)) {
    throw new Error(`The lock is held by process ${answer.pid}.`);
  }
  return answer;
}

function holdAs(holder: { pid: number; identity: string }): void {
  writeFileSync(path.join(folder, "lock"), JSON.stringify({ ...holder, command, isEnding: false }));
}

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}
