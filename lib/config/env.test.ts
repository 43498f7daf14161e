import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { OperatorError } from "@/lib/errors/operator-error";

import { readEnv } from "./env";

const folder = mkdtempSync(path.join(tmpdir(), "debrief-env-"));

afterAll(() => rmSync(folder, { recursive: true }));

describe("readEnv", () => {
  it("needs nothing", () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: undefined,
      databaseUrl: undefined,
      dataDir: path.resolve(".data"),
      url: "http://localhost:3000",
      isSecure: false,
      trustProxy: false,
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: " ", NEXTAUTH_SECRET: "" })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    });
  });

  it("names every problem at once, with what to do", () => {
    const environment = {
      PORT: "http",
      DATABASE_URL: "mysql://localhost/debrief",
      DEBRIEF_URL: "debrief.example.com",
      NEXTAUTH_SECRET: "short",
      DEBRIEF_TRUST_PROXY: "perhaps",
      DEBRIEF_OUTBOUND_ALLOW: "10.0.0.0/99",
      HTTP_PROXY: "http://",
    };

    expect(() => readEnv(environment)).toThrow(OperatorError);
    expect(problemsOf(environment).map((line) => line.split(" ")[0])).toEqual(Object.keys(environment));
  });

  it.each(["0", "65536", "3000.5", "-1", "3e3"])("refuses port %s", (PORT) => {
    expect(problemsOf({ PORT })).toEqual(["PORT must be a whole number from 1 to 65535, for example PORT=3000."]);
  });

  it.each(["ftp://example.com", "https://example.com/debrief", "https://example.com?x=1", "example"])(
    "refuses the address %s",
    (DEBRIEF_URL) => {
      expect(problemsOf({ DEBRIEF_URL })).toHaveLength(1);
    },
  );

  it("reads outside through the proxies of the machine, by either name", () => {
    const { outbound } = readEnv({
      HTTPS_PROXY: "http://shouted:1",
      https_proxy: "quiet:3128",
      NO_PROXY: ".example.com",
    });

    expect(outbound.proxies).toMatchObject({ http: null, exempt: ".example.com" });
    expect(outbound.proxies.https?.href).toBe("http://quiet:3128/");
    expect([...readEnv({ DEBRIEF_OUTBOUND_ALLOW: "Feeds.example.com" }).outbound.allowed.hosts]).toEqual([
      "feeds.example.com",
    ]);
  });

  it("keeps cookies to https when the address says so", () => {
    expect(readEnv({ DEBRIEF_URL: "https://debrief.example.com/" })).toMatchObject({
      url: "https://debrief.example.com",
      isSecure: true,
    });
  });

  it("makes a secret once and keeps it readable by its owner alone", () => {
    const [first, again] = [readEnv({ DEBRIEF_DATA_DIR: folder }), readEnv({ DEBRIEF_DATA_DIR: folder })];

    expect(first.secret).toMatch(/^[\w-]{43}$/);
    expect(again.secret).toBe(first.secret);
    expect(statSync(path.join(folder, "secrets/nextauth-secret")).mode & 0o777).toBe(0o600);
  });
});

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readEnv(environment);
    return [];
  } catch (error) {
    return error instanceof OperatorError ? error.message.split("\n") : [];
  }
}
