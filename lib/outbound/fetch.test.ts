import type { RequestListener } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { afterEach, describe, expect, it } from "vitest";

import { outboundFetch, type OutboundOptions } from "./fetch";
import { policyWith, serve, type TestServer } from "./testing";

const open: TestServer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe("outboundFetch", () => {
  it("gives what an address answers, and says who asks", async () => {
    const seen: (string | undefined)[] = [];
    const { url } = await start((request, response) => {
      seen.push(request.headers["user-agent"], request.headers["if-none-match"]);
      response.writeHead(200, { ETag: '"one"', "Content-Type": "text/plain" }).end("hello");
    });

    const answer = await fetchLocal(`${url}/feed`, { headers: { "if-none-match": '"none"' } });

    expect(answer).toMatchObject({ ok: true, value: { status: 200, url: `${url}/feed`, headers: { etag: '"one"' } } });
    expect(textOf(answer)).toBe("hello");
    expect(seen).toEqual(["Debrief", '"none"']);
  });

  it("takes unchanged for an answer", async () => {
    const { url } = await start((_, response) => response.writeHead(304).end());

    expect(await fetchLocal(url)).toMatchObject({ ok: true, value: { status: 304 } });
  });

  it.each([
    [404, "The address answers 404: nothing is there. Check it."],
    [500, "The address answers 500: the server there has a problem of its own. Try again later."],
    [418, "The address answers 418: nothing can be read. Check it."],
    [300, "The address answers 300: nothing can be read. Check it."],
  ])("turns status %s into a sentence", async (status, message) => {
    const { url } = await start((_, response) => response.writeHead(status).end("no"));

    expect(await fetchLocal(url)).toMatchObject({ ok: false, problem: { kind: "invalid", message } });
  });

  it("passes on when a server asks to come back", async () => {
    const { url } = await start((_, response) => response.writeHead(429, { "Retry-After": "120" }).end());

    expect(await fetchLocal(url)).toMatchObject({ ok: false, problem: { kind: "rate-limited", retryAfter: 120 } });
  });

  it.each(["ftp://example.com/feed", "file:///etc/passwd", "javascript:alert(1)", "example.com", "", "http://"])(
    "refuses %j as no web address",
    async (address) => expect(await messageOf(address)).toMatch(/^That is not a web address/),
  );

  it("refuses names, passwords and unusual ports in an address", async () => {
    expect(await messageOf("https://me@example.com/")).toMatch(/name or password/);
    expect(await messageOf("https://example.com:25/")).toMatch(/names port 25/);
    expect(await messageOf(`https://example.com/${"a".repeat(3000)}`)).toMatch(/too long/);
  });

  it("names what is wrong with a connection", async () => {
    const { url, close } = await serve(() => undefined);
    await close();

    expect(await messageOf(url, LOCAL)).toBe(
      "127.0.0.1 does not accept connections. Check the address, or try again later.",
    );
    expect(await messageOf("https://nowhere.example/")).toBe(
      "There is no server named nowhere.example. Check the address.",
    );
  });
});

describe("private networks", () => {
  it("are refused by address and by name", async () => {
    const policy = policyWith({ names: { "inside.example": [["10.0.0.7"]], localhost: [["127.0.0.1", "::1"]] } });

    for (const address of ["http://127.0.0.1/", "http://[::1]/", "http://inside.example/", "http://localhost/"]) {
      expect(await messageOf(address, policy), address).toMatch(/leads into a private network/);
    }
  });

  it("are not reached by a name that changes after it was checked", async () => {
    const policy = policyWith({ allow: "127.0.0.1", names: { "turns.example": [["127.0.0.1"], ["127.0.0.2"]] } });
    const looked: string[] = [];
    const watched = { ...policy, resolve: (host: string) => policy.resolve(host).finally(() => looked.push(host)) };

    // Nothing needs to answer there: one look-up is what was checked and what was connected to.
    await outboundFetch("http://turns.example/", { timeoutMs: 2_000 }, watched);
    expect(looked).toEqual(["turns.example"]);

    expect(await messageOf("http://turns.example/", watched)).toMatch(/private network/);
  });

  it("offers only public addresses of a name that has both", async () => {
    const { url, port } = await start((_, response) => response.end("public"));
    const policy = policyWith({ allow: "127.0.0.1", names: { "both.example": [["10.0.0.1", "127.0.0.1"]] } });

    // Another port than 80 needs the name itself as an exception, so the redirect stays within the allowed address.
    expect(textOf(await outboundFetch(url, {}, policy))).toBe("public");
    expect(await messageOf(`http://both.example:${port}/`, policy)).toMatch(/names port/);
  });

  it("are not reached through a redirect", async () => {
    const secret = await start((_, response) => response.end("secret"));
    const { url } = await start((_, response) =>
      response.writeHead(302, { Location: secret.url.replace("127.0.0.1", "127.0.0.2") }).end(),
    );

    expect(await messageOf(url, LOCAL)).toMatch(
      /^The address is redirected\. The address leads into a private network/,
    );
  });

  it.each([
    "file:///etc/passwd",
    "http://user:secret@example.com/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/",
  ])("nor is %s", async (location) => {
    const { url } = await start((_, response) => response.writeHead(301, { Location: location }).end());

    expect(await messageOf(url, LOCAL)).toMatch(/^The address is redirected\. /);
  });
});

describe("redirects", () => {
  it("are followed, without what signs somebody in when they leave the origin", async () => {
    const seen: (string | undefined)[] = [];
    const goal = await start((request, response) => {
      seen.push(request.headers.authorization, request.headers.cookie, request.headers["if-none-match"]);
      response.end("goal");
    });
    const { url } = await start((request, response) =>
      response.writeHead(307, { Location: request.url === "/" ? "/second" : `${goal.url}/goal` }).end("moved"),
    );

    const headers = { authorization: "Bearer one", cookie: "a=b", "if-none-match": '"x"' };
    const answer = await fetchLocal(url, { headers });

    expect(answer).toMatchObject({ ok: true, value: { url: `${goal.url}/goal` } });
    expect(seen).toEqual([undefined, undefined, '"x"']);
  });

  it("end", async () => {
    const { url } = await start((_, response) => response.writeHead(302, { Location: "/again" }).end());

    expect(await messageOf(url, LOCAL)).toMatch(/redirected more than 5 times/);
  });
});

describe("limits", () => {
  it("stop an answer that says it is too large, and one that does not say so", async () => {
    const said = await start((_, response) =>
      response.writeHead(200, { "Content-Length": "2000" }).end("x".repeat(2000)),
    );
    const unsaid = await start((_, response) => endless(response));

    for (const { url } of [said, unsaid]) {
      expect(await fetchLocal(url, { maxBytes: 1024 })).toMatchObject({ ok: false, problem: { kind: "too-large" } });
    }
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(20 * 1024 * 1024))],
    ["br", brotliCompressSync(Buffer.alloc(20 * 1024 * 1024))],
    // Each package holds nothing: what comes out never grows.
    ["gzip", Buffer.concat(Array.from({ length: 60_000 }, () => gzipSync("")))],
  ])("stop a %s package that unpacks to too much", async (encoding, packed) => {
    const { url } = await start((_, response) => response.writeHead(200, { "Content-Encoding": encoding }).end(packed));

    expect(await fetchLocal(url, { maxBytes: 1024 * 1024 })).toMatchObject({
      ok: false,
      problem: { kind: "too-large" },
    });
  });

  it("unpack what is within them", async () => {
    const { url } = await start((_, response) =>
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync("packed")),
    );

    expect(textOf(await fetchLocal(url))).toBe("packed");
  });

  it("name packages that are broken or unknown", async () => {
    const broken = await start((_, response) =>
      response.writeHead(200, { "Content-Encoding": "gzip" }).end("not packed"),
    );
    const unknown = await start((_, response) => response.writeHead(200, { "Content-Encoding": "zstd" }).end("?"));

    expect(await messageOf(broken.url, LOCAL)).toMatch(/cannot be unpacked/);
    expect(await messageOf(unknown.url, LOCAL)).toMatch(/packed in a way/);
  });

  it("end what never begins, and what drips", async () => {
    const silent = await start(() => undefined);
    const dripping = await start((_, response) => {
      const drip = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(drip));
    });

    for (const { url } of [silent, dripping]) {
      expect(await messageOf(url, LOCAL, { timeoutMs: 250 })).toMatch(/did not answer in full within 1 seconds/);
    }
  });

  it("name an answer that breaks off", async () => {
    const { url } = await start((request, response) => {
      response.writeHead(200, { "Content-Length": "100" }).write("half");
      setTimeout(() => request.socket.destroy(), 20);
    });

    expect(await messageOf(url, LOCAL)).toMatch(/broke off/);
  });
});

const LOCAL = policyWith({ allow: "127.0.0.1" });

function fetchLocal(address: string, options: OutboundOptions = {}) {
  return outboundFetch(address, options, LOCAL);
}

async function messageOf(address: string, policy = policyWith({}), options: OutboundOptions = {}): Promise<string> {
  const answer = await outboundFetch(address, options, policy);
  return answer.ok ? `read: ${textOf(answer)}` : answer.problem.message;
}

function textOf(answer: Awaited<ReturnType<typeof outboundFetch>>): string {
  return answer.ok ? new TextDecoder().decode(answer.value.bytes) : answer.problem.message;
}

async function start(answer: RequestListener): Promise<TestServer> {
  const server = await serve(answer);
  open.push(server);
  return server;
}

function endless(response: Parameters<RequestListener>[1]): void {
  const more = () => {
    while (!response.destroyed && response.write("x".repeat(512)));
  };
  response.on("drain", more);
  more();
}
