import type { Route } from "next";

/** Where sign-in leads when it was not asked for by a page. */
const HOME: Route = "/";

/**
 * The path to go to after signing in, from a `next` parameter: a path of this site, or "/" for anything else. Control
 * characters and backslashes are refused because browsers drop the first and read the second as slashes, which makes
 * "/\t/host" and "/\host" addresses of another site.
 */
export function returnPath(next: unknown): Route {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return HOME;
  for (const character of next) if (character === "\\" || isControl(character)) return HOME;
  return next as Route;
}

function isControl(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}
