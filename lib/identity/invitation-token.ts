import "server-only";

import { hash, randomBytes } from "node:crypto";

/** A new secret of 256 bits for an invitation link. */
export function newInvitationToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored instead of the token. A random token needs no salt and no slow hash. */
export function invitationTokenHash(token: string): string {
  return hash("sha256", token, "hex");
}
