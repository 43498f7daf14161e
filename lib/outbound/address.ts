import { isIP } from "node:net";

import { ok, refuse, type Result } from "@/lib/errors/problem";

import { isAllowedAddress, isPublicAddress, type Allowed } from "./networks";

/** Longer than any address in use, short enough for a log line. */
const MAX_ADDRESS = 2_048;

const INTO_PRIVATE =
  "leads into a private network, which the server does not read from. Whoever runs Debrief can allow it with DEBRIEF_OUTBOUND_ALLOW.";

/**
 * The web address that was written, when it may be asked at all: http or https, no name or password in it, the usual
 * port, no private IP address. Names are looked at when they are resolved, see `allowedOf`.
 */
export function checkAddress(address: string, allowed: Allowed): Result<URL> {
  const trimmed = address.trim();
  if (trimmed.length > MAX_ADDRESS) return refuse("invalid", "The address is too long. Check it.");
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    return refuse("invalid", "That is not a web address. Start it with https:// or http://.");
  }
  if (url.username !== "" || url.password !== "") {
    return refuse(
      "invalid",
      "The address has a name or password in it. Use one without, or save the file and upload it.",
    );
  }
  const host = hostOf(url);
  const isException = allowed.hosts.has(host) || (isIP(host) !== 0 && isAllowedAddress(allowed, host));
  if (isException) return ok(url);
  // The parser has already turned decimal, octal and hexadecimal spellings into the usual one.
  if (isIP(host) && !isPublicAddress(host)) return refuse("invalid", `The address ${INTO_PRIVATE}`);
  // On other ports stand things that were never meant to be read as a page: mail, databases, administration.
  if (!["", "80", "443"].includes(url.port)) {
    return refuse(
      "invalid",
      `The address names port ${url.port}. Only 80 and 443 are read; whoever runs Debrief can allow ${host} with DEBRIEF_OUTBOUND_ALLOW.`,
    );
  }
  return ok(url);
}

/** Of what a name was resolved to, the addresses that may be connected to; a sentence when there are none. */
export function allowedOf(host: string, addresses: readonly string[], allowed: Allowed): Result<string[]> {
  if (allowed.hosts.has(host)) return ok([...addresses]);
  const reachable = addresses.filter((address) => isPublicAddress(address) || isAllowedAddress(allowed, address));
  return reachable.length > 0 ? ok(reachable) : refuse("invalid", `${host} ${INTO_PRIVATE}`);
}

/** The host as it is resolved and compared: without brackets, without the dot of the root. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}
