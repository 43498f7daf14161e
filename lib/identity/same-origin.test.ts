import { afterEach, describe, expect, it, vi } from "vitest";

import { sameOrigin } from "./same-origin";

describe("sameOrigin", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ["same-origin", true],
    ["none", true],
    ["same-site", false],
    ["cross-site", false],
    ["made up", false],
  ])("believes a browser that says %s", (site, expected) => {
    expect(sameOrigin(post({ "sec-fetch-site": site, host: "debrief.local" }))).toBe(expected);
  });

  it("lets Sec-Fetch-Site overrule an Origin that looks right", () => {
    const request = post({ "sec-fetch-site": "cross-site", origin: "http://debrief.local", host: "debrief.local" });

    expect(sameOrigin(request)).toBe(false);
  });

  it.each([
    ["http://debrief.local:3000", "debrief.local:3000"],
    ["http://192.168.7.20:3000", "192.168.7.20:3000"],
    ["http://[::1]:3000", "[::1]:3000"],
    ["http://debrief.local", "debrief.local:80"],
    ["https://debrief.local", "DEBRIEF.local"],
  ])("accepts %s when %s was asked, over plain http too", (origin, host) => {
    expect(sameOrigin(post({ origin, host }))).toBe(true);
  });

  it.each([
    ["http://evil.example", "debrief.local"],
    ["http://debrief.local.evil.example", "debrief.local"],
    ["http://debrief.local:8080", "debrief.local:3000"],
    ["null", "debrief.local"],
    ["debrief.local", "debrief.local"],
  ])("refuses %s when %s was asked", (origin, host) => {
    expect(sameOrigin(post({ origin, host }))).toBe(false);
  });

  it("refuses a request that names no origin", () => {
    expect(sameOrigin(post({ host: "debrief.local" }))).toBe(false);
  });

  it("takes the host from a proxy only when one is trusted", () => {
    const request = post({
      origin: "https://debrief.example",
      host: "127.0.0.1:3000",
      "x-forwarded-host": "debrief.example",
    });

    expect(sameOrigin(request)).toBe(false);
    vi.stubEnv("DEBRIEF_TRUST_PROXY", "true");
    expect(sameOrigin(request)).toBe(true);
  });
});

function post(headers: Record<string, string>): Request {
  return new Request("http://127.0.0.1/sign-out", { method: "POST", headers });
}
