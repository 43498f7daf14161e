import "server-only";

import { lookup } from "node:dns/promises";

import { config } from "@/lib/config/env";

import type { Allowed } from "./networks";
import type { Proxies } from "./proxy";

/** Under which rules a request leaves: exceptions, proxies, and how names become addresses. */
export type Policy = {
  allowed: Allowed;
  proxies: Proxies;
  /** The IP addresses of a host name. Rejects when there are none. */
  resolve: (host: string) => Promise<string[]>;
};

/** What the environment says, with the machine's own resolver. */
export function configuredPolicy(): Policy {
  const { allowed, proxies } = config().outbound;
  return { allowed, proxies, resolve: resolveByMachine };
}

async function resolveByMachine(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}
