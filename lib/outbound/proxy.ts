import { isIP } from "node:net";

import { isAllowedAddress, parseAllowed } from "./networks";

/** The proxies of this machine, by the scheme of what is asked for, and the hosts that are asked without one. */
export type Proxies = { http: URL | null; https: URL | null; exempt: string };

/** The proxy through which an address is asked, null for none. NO_PROXY is read as curl does, networks included. */
export function proxyFor(url: URL, { http, https, exempt }: Proxies): URL | null {
  const proxy = url.protocol === "https:" ? https : http;
  return proxy && !isExempt(url, exempt) ? proxy : null;
}

/** What a proxy wants to see of the name and password in its own address. */
export function proxyCredentials({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}

function isExempt(url: URL, exempt: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return exempt
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => entry === "*" || isMeant(entry, host, port));
}

function isMeant(entry: string, host: string, port: string): boolean {
  if (isIP(host)) {
    const networks = parseAllowed(entry.replace(/^\[|\]$/g, ""));
    return networks !== null && isAllowedAddress(networks, host);
  }
  const [name = "", onlyPort] = entry.split(":");
  const domain = name.replace(/^\*?\./, "");
  if (domain === "" || (onlyPort !== undefined && onlyPort !== port)) return false;
  return host === domain || host.endsWith(`.${domain}`);
}
