import "server-only";

import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import { config } from "@/lib/config/env";

import { authenticate } from "./authenticate";
import { addressKey } from "./client-address";
import { findSession } from "./session";
import { sessionCookieOptions } from "./session-cookie";
import { SESSION_SECONDS, sessionCookieName, sessionTokenOf } from "./token";

/** next-auth's side of signing in: the same password check, the same cookie and the same token as our own form's. */
export function authOptions(): NextAuthOptions {
  return {
    secret: config().secret,
    useSecureCookies: config().isSecure,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
        async authorize(credentials, request) {
          const { email = "", password = "" } = credentials ?? {};
          const result = await authenticate({ email, password }, addressKey(new Headers(request.headers)));
          if (!result.ok) throw new Error(result.problem.message);
          const { personId, sessionVersion } = result.value;
          return { id: personId, sessionVersion };
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (user) return { sub: user.id, version: user.sessionVersion };
        const claim = sessionTokenOf(token);
        // Throwing ends the session: next-auth then clears the cookie.
        if (!claim || !(await findSession(claim))) throw new Error("The session has ended.");
        return { sub: claim.personId, version: claim.sessionVersion };
      },
      async session({ session, token }) {
        const claim = sessionTokenOf(token);
        const found = claim && (await findSession(claim));
        return { expires: session.expires, user: found ? { name: found.person.name, email: found.person.email } : {} };
      },
    },
  };
}

declare module "next-auth" {
  interface User {
    sessionVersion: number;
  }
}
