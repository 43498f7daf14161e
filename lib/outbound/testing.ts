import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { parseAllowed } from "./networks";
import type { Policy } from "./policy";

/** A web server for a test, on this machine and a port of its own. */
export type TestServer = { url: string; port: number; close: () => Promise<void> };

/** Serves what `answer` says until it is closed, connections that are still open included. */
export async function serve(answer: RequestListener): Promise<TestServer> {
  return listen(createServer(answer));
}

/** The same for a server that was made already. */
export async function listen(server: Server): Promise<TestServer> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, port, close };
}

/** Rules for a test: what is allowed besides public addresses, and the addresses of names. No proxies unless given. */
export function policyWith({
  allow = "",
  names = {},
  proxies = {},
}: {
  allow?: string;
  /** By name, the addresses of the first look-up, of the second, and so on; the last one stays. */
  names?: Record<string, string[][]>;
  proxies?: Partial<Policy["proxies"]>;
}): Policy {
  const allowed = parseAllowed(allow);
  if (!allowed) throw new Error(`not a list of hosts: ${allow}`);
  return {
    allowed,
    proxies: { http: null, https: null, exempt: "", ...proxies },
    resolve: (host) => {
      const turns = names[host] ?? [];
      const found = turns.length > 1 ? turns.shift() : turns[0];
      if (found) return Promise.resolve(found);
      return Promise.reject(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" }));
    },
  };
}
