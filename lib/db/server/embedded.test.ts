import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { withClient } from "@/lib/db/connection";

import { runningServer } from "./cluster";
import { embeddedUrl, startEmbedded } from "./embedded";

// One cluster for all of these, in a folder that only its owner may enter, as `mktemp -d` makes it.
let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "debrief-embedded-"));
});

afterAll(() => rmSync(dataDir, { recursive: true }));

describe("startEmbedded", () => {
  it("makes a database of its own on loopback, with a password that only its owner can read", async () => {
    const server = await startEmbedded(dataDir);
    const { rows } = await withClient(server.url, (client) => client.query(SETTINGS));
    await server.stop();

    expect(rows).toEqual([{ address: "127.0.0.1", encoding: "UTF8", auth: "scram-sha-256", fsync: "on" }]);
    expect(statSync(path.join(dataDir, "postgres-password")).mode & 0o777).toBe(0o600);
    expect(embeddedUrl(dataDir)).toBeNull();
  });

  it("takes over a server that a killed start left behind", async () => {
    const left = await startEmbedded(dataDir);
    const process = runningServer(path.join(dataDir, "postgres"));

    const next = await startEmbedded(dataDir);

    expect(next.url).toBe(left.url);
    expect(runningServer(path.join(dataDir, "postgres"))).toEqual(process);
    await Promise.all([left.stop(), next.stop()]);
  });

  it("starts although the lock file of a crash names a process that is now another", async () => {
    const port = readFileSync(path.join(dataDir, "postgres-port"), "utf8");
    const lockFile = path.join(dataDir, "postgres", "postmaster.pid");
    const lines = [process.pid, path.join(dataDir, "postgres"), 1_700_000_000, port, "", "127.0.0.1", "", "ready   "];
    writeFileSync(lockFile, `${lines.join("\n")}\n`);

    const server = await startEmbedded(dataDir);

    expect(new URL(server.url).port).toBe(port);
    await server.stop();
    expect(existsSync(lockFile)).toBe(false);
  });
});

const SETTINGS = `SELECT current_setting('listen_addresses') AS address, current_setting('server_encoding') AS encoding,
  current_setting('password_encryption') AS auth, current_setting('fsync') AS fsync`;
