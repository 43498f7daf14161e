import "server-only";

import { randomBytes } from "node:crypto";

import { hash, verify } from "@node-rs/argon2";

import { MAX_PASSWORD } from "./password-length";

/**
 * Argon2id with 19 MiB of memory, two passes and one lane, the first of the equal settings in OWASP's Password Storage
 * Cheat Sheet (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id). The
 * algorithm and its version 0x13 are the library's defaults.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const CURRENT = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;

/** The password's hash in PHC string form, with its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(comparable(password), PARAMETERS);
}

/**
 * Whether the password has this hash. Without a hash (nobody has the address, or they have no password) it takes as
 * long as with one and is false, so that timing tells nothing.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const dummy = await (dummyHash ??= hashPassword(randomBytes(16).toString("hex")));
  const tried = password.slice(0, MAX_PASSWORD + 1);
  const matches = await verify(stored ?? dummy, comparable(tried));
  return stored !== null && matches;
}

/** Whether a hash was made with other parameters than today's, and should be made again while the password is at hand. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith(CURRENT);
}

let dummyHash: Promise<string> | undefined;

/** One form for what different keyboards type for the same characters (NIST SP 800-63B, 5.1.1.2). */
function comparable(password: string): string {
  return password.normalize("NFKC");
}
