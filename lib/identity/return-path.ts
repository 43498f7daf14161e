import type { Route } from "next";

/** Where sign-in leads when it was not asked for by a page. */
const HOME: Route = "/";

/**
 * The path to go to after signing in, from a `next` parameter: a path of this site, or "/" for anything else. Control
 * characters and backslashes are refused because browsers drop the first and read the second as slashes, which makes
 * "/\t/host" and "/\host" addresses of another site; so are paths with dots that resolve to one that starts with two
 * slashes, once somebody passes the resolved path on.
 */
export function returnPath(next: unknown): Route {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return HOME;
  for (const character of next) if (character === "\\" || isControl(character)) return HOME;
  return resolved(next).pathname.startsWith("//") ? HOME : (next as Route);
}

/** The same for a Location header, which takes ASCII alone: escaped, and without a fragment, which is the caller's. */
export function returnLocation(next: unknown): string {
  const { pathname, search } = resolved(returnPath(next));
  return pathname + search;
}

/** Any path that starts with one slash resolves against any site. */
function resolved(path: string): URL {
  return new URL(path, "http://localhost");
}

function isControl(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}
