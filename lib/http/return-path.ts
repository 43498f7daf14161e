/** Only for resolving: a path that stays on this host however a browser reads it. */
const HERE = "http://here.invalid";

/**
 * Where to go back to after a form without JavaScript: the path and query in `wanted` when they lie at or under `within`
 * on this host, else `within`. What would leave the host ("//other", "/\other", "https:…") never passes.
 */
export function returnPath(wanted: string | null, within: string): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, HERE)) return within;
  const { origin, pathname, search } = new URL(wanted, HERE);
  const isWithin = pathname === within || pathname.startsWith(`${within}/`);
  return origin === HERE && isWithin ? pathname + search : within;
}
