import { BlockList, isIP, isIPv4 } from "node:net";

/** Hosts by name, and networks, that may be reached although they are not public. */
export type Allowed = { hosts: ReadonlySet<string>; networks: BlockList };

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local (where clouds keep their
 * metadata), shared, multicast, reserved or documentation, by the IANA special-purpose registries. An IPv4 address
 * inside an IPv6 one counts as itself; anything that is no IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !SPECIAL.check(address, "ipv4");
  const groups = ipv6Groups(address);
  if (!groups) return false;
  const embedded = embeddedIpv4(groups);
  if (embedded) return isPublicAddress(embedded);
  return GLOBAL.check(address, "ipv6") && !SPECIAL.check(address, "ipv6");
}

/** Whether an address may be reached as an exception; an IPv4 address inside an IPv6 one counts as itself. */
export function isAllowedAddress({ networks }: Allowed, address: string): boolean {
  if (isIPv4(address)) return networks.check(address, "ipv4");
  const groups = ipv6Groups(address);
  if (!groups) return false;
  const embedded = embeddedIpv4(groups);
  return networks.check(address, "ipv6") || (embedded !== null && networks.check(embedded, "ipv4"));
}

/**
 * Reads a list of host names, addresses and networks between commas or blanks: "feeds.example.com, 10.0.0.0/8, ::1".
 * Null when one of them is none of these.
 */
export function parseAllowed(list: string): Allowed | null {
  const hosts = new Set<string>();
  const networks = new BlockList();
  for (const entry of list.split(/[\s,]+/).filter(Boolean)) {
    const [address = "", length] = entry.split("/");
    const bits = isIPv4(address) ? 32 : 128;
    if (isIP(address) && (length === undefined || isPrefix(length, bits))) {
      networks.addSubnet(address, length === undefined ? bits : Number(length), isIPv4(address) ? "ipv4" : "ipv6");
    } else if (HOST.test(entry)) {
      hosts.add(entry.toLowerCase());
    } else {
      return null;
    }
  }
  return { hosts, networks };
}

// What looks like an IPv4 address but is none is a slip, not a name.
const HOST = /^(?![\d.]+$)[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i;

function isPrefix(length: string, bits: number): boolean {
  return /^\d{1,3}$/.test(length) && Number(length) <= bits;
}

/** The eight groups of an IPv6 address; null for what is none, or names an interface ("fe80::1%eth0"). */
function ipv6Groups(address: string): number[] | null {
  const url = `http://[${address}]/`;
  if (!URL.canParse(url)) return null;
  const [head = "", tail] = new URL(url).hostname.slice(1, -1).split("::");
  const [before, after] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - (before?.length ?? 0) - (after?.length ?? 0))).fill("0");
  return [...(before ?? []), ...zeros, ...(after ?? [])].map((group) => parseInt(group, 16));
}

/** The IPv4 address that is mapped into IPv6 (::ffff:0:0/96) or translated by NAT64 (64:ff9b::/96). */
function embeddedIpv4(groups: readonly number[]): string | null {
  const prefix = groups.slice(0, 6).map((group) => group.toString(16));
  if (!["0:0:0:0:0:ffff", "64:ff9b:0:0:0:0"].includes(prefix.join(":"))) return null;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join(".");
}

/** The only part of IPv6 that is given out to the public internet. */
const GLOBAL = blockList(["2000::/3"]);

/** What is not globally reachable. 6to4 (2002::/16) and Teredo (in 2001::/23) can lead into private IPv4. */
const SPECIAL = blockList([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
]);

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", length] = network.split("/");
    list.addSubnet(address, Number(length), isIPv4(address) ? "ipv4" : "ipv6");
  }
  return list;
}
