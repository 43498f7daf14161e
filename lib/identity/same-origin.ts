import { config } from "@/lib/config/env";

/**
 * Whether a request comes from one of our own pages, for route handlers that change something; Next checks server
 * actions itself. Browsers name the relation in Sec-Fetch-Site over https and on localhost. Over plain http on any other
 * host name they do not, but every browser sends Origin with a POST, and that must name the host that was asked. A
 * request with neither is refused: it comes from no browser's form or fetch.
 */
export function sameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  // "none" is the person's own doing, such as reloading: no page can bring it about.
  if (site) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  return new URL(origin).host === askedHost(request.headers);
}

/** The host as the browser asked for it; a proxy of ours may pass it on in a header of its own. */
function askedHost(headers: Headers): string | null {
  const forwarded = config().trustProxy ? headers.get("x-forwarded-host") : null;
  const host = forwarded?.split(",")[0]?.trim() || headers.get("host");
  if (!host) return null;
  // An origin leaves its scheme's own port out, and some clients spell it in Host.
  return host.toLowerCase().replace(/:(80|443)$/, "");
}
