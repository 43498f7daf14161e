import "server-only";

import { cookies } from "next/headers";

import { config } from "@/lib/config/env";

import { encodeSession, SESSION_SECONDS, sessionCookieName, type SessionToken } from "./token";

/**
 * Signs this browser in, with next-auth's own cookie. The token is new each time, so one that was planted in the browser
 * before signing in is worth nothing. For actions and route handlers.
 */
export async function startSession(token: SessionToken): Promise<void> {
  const value = await encodeSession(token);
  (await cookies()).set(sessionCookieName(), value, { ...sessionCookieOptions(), maxAge: SESSION_SECONDS });
}

/** Signs this browser out; other browsers stay signed in. For actions and route handlers. */
export async function endSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}

/** How the session cookie is set, by us and by next-auth. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: config().isSecure } as const;
}
