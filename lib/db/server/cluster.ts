import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

import { OperatorError } from "@/lib/errors/operator-error";

import { accountFor } from "./account";
import { findBinaries } from "./binaries";
import { processCommand, processIdentity } from "./process-identity";

import type { Account } from "./account";
import type { Binaries } from "./binaries";

/** A PostgreSQL cluster on disk and how to run its programs. */
export type Cluster = { folder: string; log: string; passwordFile: string; binaries: Binaries; account: Account };

export const CLUSTER_USER = "debrief";

const LOG_LIMIT = 5_000_000;
// No process has this number (Linux stops at 2^22), so PostgreSQL takes a lock file that names it for a dead one's.
const NOBODYS_PID = 2 ** 31 - 1;

/** The cluster in the data folder, made when there is none. Throws OperatorError with what to do. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const folder = path.join(dataDir, "postgres");
  const isNew = !existsSync(folder);
  // Made beside and renamed, so that a first start that is killed leaves nothing that looks complete.
  const home = isNew ? freshFolder(`${folder}.new`) : folder;
  const binaries = findBinaries();
  const account = await accountFor({ folder: home, program: binaries.postgres });
  const passwordFile = path.join(dataDir, "postgres-password");
  const cluster = { folder, log: path.join(folder, "server.log"), passwordFile, binaries, account };
  if (isNew) {
    await initialise(cluster, home);
  }
  await checkVersion(cluster);
  return cluster;
}

/** Starts the server on a loopback port and waits until it answers. */
export async function startServer({ folder, log, binaries, account }: Cluster, port: number): Promise<void> {
  disownStalePid(folder);
  shortenLog(log);
  const started = await account.run(binaries.pgCtl, [
    "start",
    "-w",
    "-t",
    "60",
    "-D",
    folder,
    "-l",
    log,
    "-o",
    `-p ${port}`,
  ]);
  if (started.code !== 0) {
    throw new OperatorError(`The database in ${folder} did not start: ${lastLine(log) ?? started.output} See ${log}.`);
  }
}

/**
 * Stops the server. Sessions are ended; what is committed is on disk, with `force` as with a crash, whose leftovers
 * the next start clears up. Does nothing when it is not running.
 */
export async function stopServer({ folder, binaries, account }: Cluster, force = false): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    account.run(binaries.pgCtl, ["stop", "-w", "-t", String(seconds), "-m", mode, "-D", folder]);
  if (!force) {
    await stop("fast", 30);
  }
  if (runningServer(folder)) {
    await stop("immediate", 10);
  }
}

/** The server that runs this cluster now, by its own lock file: postmaster.pid holds the process and, on line 4, the port. */
export function runningServer(folder: string): { pid: number; port: number } | null {
  const lines = pidFile(folder)?.split("\n");
  const [pid, port] = [Number(lines?.[0]), Number(lines?.[3])];
  return pid > 0 && port > 0 && isPostgresOf(pid, folder) ? { pid, port } : null;
}

async function initialise(cluster: Cluster, home: string): Promise<void> {
  const { passwordFile, account, binaries } = cluster;
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  account.own(passwordFile);
  const made = await account.run(binaries.initdb, [
    ...["-D", home, `--username=${CLUSTER_USER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
    // PostgreSQL's own C.UTF-8: the same order and letters on every machine, whatever locales it has.
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...["--set=listen_addresses=127.0.0.1", "--set=unix_socket_directories="],
    ...["--set=timezone=UTC", "--set=log_timezone=UTC"],
    "--no-instructions",
  ]);
  if (made.code !== 0) {
    rmSync(home, { recursive: true, force: true });
    throw new OperatorError(`The database could not be made in ${cluster.folder}: ${made.output.split("\n").at(-1)}`);
  }
  renameSync(home, cluster.folder);
}

async function checkVersion({ folder, binaries, account }: Cluster): Promise<void> {
  const version = path.join(folder, "PG_VERSION");
  if (!existsSync(version)) {
    throw new OperatorError(`${folder} is not a database: move it away, or set DEBRIEF_DATA_DIR to another folder.`);
  }
  const made = readFileSync(version, "utf8").trim();
  const { output } = await account.run(binaries.postgres, ["--version"]);
  const ours = /(\d+)\.\d+/.exec(output)?.[1];
  if (ours !== made) {
    throw new OperatorError(
      `The database in ${folder} was made by PostgreSQL ${made} and this version brings ${ours}: start the previous version, run npm run backup, and restore it into a new data folder.`,
    );
  }
}

/**
 * After a crash or a reboot the lock file may name a process that is now somebody else's, and PostgreSQL would refuse
 * to start. Only the number is replaced: the rest of the file lets PostgreSQL look for leftovers of that server.
 */
function disownStalePid(folder: string): void {
  const text = pidFile(folder);
  if (text === null || runningServer(folder)) {
    return;
  }
  const [, ...rest] = text.split("\n");
  writeFileSync(path.join(folder, "postmaster.pid"), [String(NOBODYS_PID), ...rest].join("\n"));
}

function isPostgresOf(pid: number, folder: string): boolean {
  if (processIdentity(pid) === null) {
    return false;
  }
  const command = processCommand(pid);
  // Where the command cannot be read, PostgreSQL's own check of the number has to do.
  return command === null || (command.includes("postgres") && command.includes(folder));
}

function pidFile(folder: string): string | null {
  const file = path.join(folder, "postmaster.pid");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function freshFolder(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function shortenLog(log: string): void {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) {
    renameSync(log, `${log}.1`);
  }
}

function lastLine(log: string): string | undefined {
  const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
  return lines.findLast((line) => /FATAL|ERROR|could not/.test(line))?.replace(/^.*?(FATAL|ERROR): +/, "");
}
