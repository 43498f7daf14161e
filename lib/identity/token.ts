import "server-only";

import { decode, encode } from "next-auth/jwt";
import { z } from "zod";

import { config } from "@/lib/config/env";

/** Thirty days: a team goes through a conference over weeks, and a password is a nuisance between meetings. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** What a session says: who, and under which version of that person's sessions it was made. */
export type SessionToken = { personId: string; sessionVersion: number };

const tokenSchema = z.object({ sub: z.uuid(), version: z.int() });

/** The cookie next-auth keeps a session in; browsers take the `__Secure-` form over TLS alone. */
export function sessionCookieName(): string {
  return config().isSecure ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** A session as next-auth's encrypted JSON Web Token. */
export function encodeSession({ personId, sessionVersion }: SessionToken): Promise<string> {
  const token = { sub: personId, version: sessionVersion };
  return encode({ token, secret: config().secret, maxAge: SESSION_SECONDS });
}

/** The session in a cookie, or null when it is malformed, expired, or another installation's. */
export async function decodeSession(cookie: string): Promise<SessionToken | null> {
  const token = await decode({ token: cookie, secret: config().secret }).catch(() => null);
  return sessionTokenOf(token);
}

/** What a decoded token says, or null when it says something else. */
export function sessionTokenOf(token: unknown): SessionToken | null {
  const parsed = tokenSchema.safeParse(token);
  return parsed.success ? { personId: parsed.data.sub, sessionVersion: parsed.data.version } : null;
}
