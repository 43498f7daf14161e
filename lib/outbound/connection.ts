import "server-only";

import http, { type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { isIP, isIPv6, type LookupFunction } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectTls } from "node:tls";

import { allowedOf, hostOf } from "./address";
import type { Policy } from "./policy";
import { proxyCredentials, proxyFor } from "./proxy";
import { Refused } from "./refused";

type Ask = { headers: Record<string, string>; policy: Policy; signal: AbortSignal };

/**
 * Asks an address that `checkAddress` let pass, and gives the answer with its body unread. The addresses a name has are
 * checked in the look-up of the connection itself, so that a name cannot point elsewhere between check and use.
 * Rejects with a Refused, or with whatever broke the connection.
 */
export async function openConnection(url: URL, ask: Ask): Promise<IncomingMessage> {
  const proxy = proxyFor(url, ask.policy.proxies);
  if (proxy) return throughProxy(url, proxy, ask);
  const transport = url.protocol === "https:" ? https : http;
  const lookup = guardedLookup(ask.policy);
  return answerTo(transport.request(url, { ...common(ask), headers: ask.headers, lookup }));
}

function common({ signal }: Ask): RequestOptions {
  return { method: "GET", agent: false, signal, maxHeaderSize: 32 * 1024 };
}

function answerTo(request: http.ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on("response", (response) => {
      // Whoever reads the body hears of errors; a body that is not read may break off unheard.
      response.on("error", () => undefined);
      resolve(response);
    });
    request.on("error", reject);
    request.end();
  });
}

function guardedLookup({ resolve, allowed }: Policy): LookupFunction {
  return (hostname, options, callback) => {
    const answer = async () => {
      const checked = allowedOf(hostname.replace(/\.$/, ""), await resolve(hostname), allowed);
      if (!checked.ok) throw new Refused(checked.problem);
      return checked.value.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    };
    answer().then(
      (found) => (options.all ? callback(null, found) : callback(null, found[0]?.address ?? "", found[0]?.family)),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), []),
    );
  };
}

/** The proxy is the operator's own and may be anywhere. It resolves names itself; what we can resolve is checked too. */
async function throughProxy(url: URL, proxy: URL, ask: Ask): Promise<IncomingMessage> {
  await checkBeforeProxy(url, ask.policy);
  if (url.protocol === "https:") {
    const socket = await tunnel(url, proxy, ask);
    const host = hostOf(url);
    const createConnection = () => connectTls({ socket, host, servername: isIP(host) ? "" : host });
    return answerTo(
      https.request(url, {
        ...common(ask),
        agent: undefined,
        headers: { ...ask.headers, host: url.host },
        createConnection,
      }),
    );
  }
  const headers = { ...ask.headers, ...proxyCredentials(proxy), host: url.host };
  return answerTo(transportOf(proxy).request({ ...addressOf(proxy), ...common(ask), path: url.href, headers }));
}

async function checkBeforeProxy(url: URL, { resolve, allowed }: Policy): Promise<void> {
  const host = hostOf(url);
  if (isIP(host)) return;
  // Behind a proxy outside names often cannot be resolved here; the proxy then decides alone.
  const addresses = await resolve(host).catch(() => null);
  const checked = addresses && allowedOf(host, addresses, allowed);
  if (checked && !checked.ok) throw new Refused(checked.problem);
}

function tunnel(url: URL, proxy: URL, ask: Ask): Promise<Duplex> {
  const target = `${url.hostname}:${url.port || 443}`;
  const headers = { ...proxyCredentials(proxy), host: target };
  const request = transportOf(proxy).request({
    ...addressOf(proxy),
    ...common(ask),
    method: "CONNECT",
    path: target,
    headers,
  });
  return new Promise((resolve, reject) => {
    request.on("connect", ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(
        new Refused({
          kind: "invalid",
          message: `The proxy answers ${statusCode} for ${url.host}. Ask whoever runs Debrief.`,
        }),
      );
    });
    request.on("response", (response) => {
      response.destroy();
      reject(
        new Refused({ kind: "invalid", message: `The proxy does not lead to ${url.host}. Ask whoever runs Debrief.` }),
      );
    });
    request.on("error", reject);
    request.end();
  });
}

function transportOf(proxy: URL): typeof http | typeof https {
  return proxy.protocol === "https:" ? https : http;
}

function addressOf(proxy: URL): RequestOptions {
  return { host: hostOf(proxy), port: proxy.port || (proxy.protocol === "https:" ? 443 : 80) };
}
