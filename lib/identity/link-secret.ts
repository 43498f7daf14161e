import "server-only";

import { hash, randomBytes } from "node:crypto";

/** A new secret of 256 bits for a link that opens something to whoever holds it; base64url, 43 characters. */
export function newLinkSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * What is stored, and looked up, instead of the secret. A random one needs no salt and no slow hash, and looking for a hash
 * tells by its time nothing of the secret.
 */
export function linkSecretHash(secret: string): string {
  return hash("sha256", secret, "hex");
}
