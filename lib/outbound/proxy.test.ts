import { createServer } from "node:http";

import { afterEach, describe, expect, it } from "vitest";

import { outboundFetch } from "./fetch";
import { proxyFor } from "./proxy";
import { listen, policyWith, type TestServer } from "./testing";

const open: TestServer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe("a proxy", () => {
  it("is asked for the whole address, with its own name and password", async () => {
    const { proxy, asked } = await startProxy();

    const answer = await outboundFetch("http://outside.example/feed?x=1", {}, throughProxy(proxy));

    expect(answer.ok && new TextDecoder().decode(answer.value.bytes)).toBe("by proxy");
    expect(asked).toEqual([
      { line: "GET http://outside.example/feed?x=1", host: "outside.example", pass: "Basic bWU6c2VjcmV0" },
    ]);
  });

  it("is asked for a tunnel to a secure address, and its refusal is named", async () => {
    const { proxy, asked } = await startProxy();

    const answer = await outboundFetch("https://outside.example/feed", {}, throughProxy(proxy));

    expect(answer).toMatchObject({ ok: false, problem: { message: expect.stringMatching(/^The proxy answers 403/) } });
    expect(asked).toMatchObject([{ line: "CONNECT outside.example:443", host: "outside.example:443" }]);
  });

  it("is not asked for private addresses, nor for names that are known to be private", async () => {
    const { proxy, asked } = await startProxy();
    const policy = policyWith({ names: { "inside.example": [["10.0.0.1"]] }, proxies: { http: proxy, https: proxy } });

    for (const address of ["http://10.0.0.1/", "https://[::1]/", "http://inside.example/"]) {
      expect(await outboundFetch(address, {}, policy)).toMatchObject({ ok: false });
    }
    expect(asked).toEqual([]);
  });
});

describe("proxyFor", () => {
  const proxies = { http: new URL("http://plain:1"), https: new URL("http://secure:2") };
  const hostFor = (address: string, exempt: string) =>
    proxyFor(new URL(address), { ...proxies, exempt })?.hostname ?? null;

  it("goes by the scheme", () => {
    expect(hostFor("http://example.com", "")).toBe("plain");
    expect(hostFor("https://example.com", "")).toBe("secure");
  });

  it.each([
    ["https://example.com/", "*"],
    ["https://example.com/", "example.com"],
    ["https://feeds.example.com/", ".example.com,other.test"],
    ["https://feeds.example.com/", "*.example.com"],
    ["https://feeds.example.com/", "other.test example.com"],
    ["https://example.com:8443/", "example.com:8443"],
    ["http://10.1.2.3/", "10.0.0.0/8"],
    ["http://[::1]/", "::1"],
  ])("leaves %s out by %s", (address, exempt) => expect(hostFor(address, exempt)).toBeNull());

  it.each([
    ["https://example.com/", "notexample.com"],
    ["https://notexample.com/", "example.com"],
    ["https://example.com/", "example.com:80"],
    ["http://11.1.2.3/", "10.0.0.0/8, :, ."],
  ])("keeps %s in with %s", (address, exempt) => expect(hostFor(address, exempt)).not.toBeNull());
});

async function startProxy() {
  const asked: { line: string; host: string | undefined; pass: string | undefined }[] = [];
  const server = createServer((request, response) => {
    note(request);
    response.end("by proxy");
  });
  server.on("connect", (request, socket) => {
    note(request);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  const note = ({
    method,
    url,
    headers,
  }: {
    method?: string | undefined;
    url?: string | undefined;
    headers: Record<string, unknown>;
  }) =>
    asked.push({ line: `${method} ${url}`, host: String(headers.host), pass: String(headers["proxy-authorization"]) });
  const started = await listen(server);
  open.push(started);
  return { proxy: new URL(`http://me:secret@127.0.0.1:${started.port}`), asked };
}

function throughProxy(proxy: URL) {
  // The outside cannot be resolved from here, as behind a real proxy.
  return policyWith({ proxies: { http: proxy, https: proxy } });
}
