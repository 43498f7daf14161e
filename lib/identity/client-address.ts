import "server-only";

import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { isIPv4, isIPv6 } from "node:net";

import { config } from "@/lib/config/env";

/**
 * Makes X-Forwarded-For say what the socket says unless a proxy of ours is trusted to say it: Next fills the header in
 * only when it is missing, so anybody could otherwise write their own address into it. Called once, at start.
 */
export function guardForwardedFor(): void {
  if (config().trustProxy) return;
  subscribe("http.server.request.start", (message) => {
    const request = requestIn(message);
    if (request) request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
  });
}

/**
 * The client's address in a form to count tries by, from the request's headers: the last entry of X-Forwarded-For, which
 * the nearest proxy wrote. IPv6 counts by its /64, of which a household has one and a single machine any address.
 */
export function addressKey(headers: Headers): string {
  const entries = headers.get("x-forwarded-for")?.split(",") ?? [];
  const address = entries.at(-1)?.trim().toLowerCase() ?? "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return mapped;
  return isIPv6(address) ? `${network64(address)}::/64` : "unknown";
}

/** The first four groups of an IPv6 address, without leading zeros. */
function network64(address: string): string {
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(gap).fill("0"), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

function requestIn(message: unknown): IncomingMessage | null {
  if (typeof message !== "object" || message === null || !("request" in message)) return null;
  return message.request instanceof IncomingMessage ? message.request : null;
}
