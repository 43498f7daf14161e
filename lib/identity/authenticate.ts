import "server-only";

import { db } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, type Result } from "@/lib/errors/problem";

import { hashPassword, needsRehash, verifyPassword } from "./password";
import { signInSchema, type SignInInput } from "./schema";
import { countTry, forgetTries } from "./sign-in-limits";
import type { SessionToken } from "./token";

/**
 * Who has this address and password, from a client's `address` (see `addressKey`). Wrong password, unknown address and
 * deactivated person are one answer and take the same time; too many tries are refused with the time to wait.
 */
export async function authenticate(input: SignInInput, address: string): Promise<Result<SessionToken>> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { email, password } = parsed.data;
  const counted = await countTry({ email, address });
  if (!counted.ok) return counted;

  const person = await db().person.findFirst({
    where: { email, authorIn: null },
    select: { id: true, passwordHash: true, sessionVersion: true, deactivatedAt: true },
  });
  const matches = await verifyPassword(password, person?.passwordHash ?? null);
  if (!person?.passwordHash || !matches || person.deactivatedAt)
    return refuse("invalid", MISMATCH, { fields: { password: MISMATCH } });

  await forgetTries({ email, address });
  if (needsRehash(person.passwordHash)) await rehash(person.id, person.passwordHash, password);
  return ok({ personId: person.id, sessionVersion: person.sessionVersion });
}

const MISMATCH = "E-mail and password do not match.";

/** Only over the hash that was checked: a password changed meanwhile stays changed. */
async function rehash(id: string, passwordHash: string, password: string): Promise<void> {
  await db().person.updateMany({ where: { id, passwordHash }, data: { passwordHash: await hashPassword(password) } });
}
