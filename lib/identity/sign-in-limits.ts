import "server-only";

import { hash } from "node:crypto";

import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";

import { db, type Db } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/errors/problem";

const WINDOW_SECONDS = 15 * 60;

/** Ten guesses in a quarter of an hour find no password, and are more than anybody needs to remember theirs. */
export const TRIES_PER_ACCOUNT = 10;

/** A whole office may share one address and sign in on the same Monday morning. */
export const TRIES_PER_ADDRESS = 150;

/**
 * Counts a try to prove who one is, before the password is looked at, and refuses it when the account or the address has
 * had too many. Counting first means that tries made at once are all counted.
 */
export async function countTry({ email, address }: { email: string; address: string }): Promise<Result<true>> {
  const { byAccount, byAddress } = limits();
  try {
    await byAddress.consume(address);
    await byAccount.consume(accountKey(email));
    return ok(true);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return refuseFor(reason.msBeforeNext);
    throw reason;
  }
}

/** After a success: the account starts anew, and the try does not weigh on the address. */
export async function forgetTries({ email, address }: { email: string; address: string }): Promise<void> {
  const { byAccount, byAddress } = limits();
  await byAccount.delete(accountKey(email));
  await byAddress.reward(address);
}

function refuseFor(milliseconds: number): Result<never> {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  const wait = minutes === 1 ? "1 minute" : `${minutes} minutes`;
  return refuse("rate-limited", `Too many tries. Wait ${wait}, then try again.`, {
    retryAfter: Math.ceil(milliseconds / 1000),
  });
}

/** Hashed, because people also type addresses, and passwords, that belong to no account. */
function accountKey(email: string): string {
  return hash("sha256", email, "base64url");
}

type Limits = { byAccount: RateLimiterPrisma; byAddress: RateLimiterPrisma };

const limitsOf = new WeakMap<Db, Limits>();

function limits(): Limits {
  const storeClient = db();
  const known = limitsOf.get(storeClient);
  if (known) return known;
  const store = { storeClient, tableName: "rateLimiterFlexible", duration: WINDOW_SECONDS };
  const made = {
    byAccount: new RateLimiterPrisma({
      ...store,
      keyPrefix: "account",
      points: TRIES_PER_ACCOUNT,
      clearExpiredByTimeout: false,
    }),
    // One of the two clears what has expired: they share the table.
    byAddress: new RateLimiterPrisma({
      ...store,
      keyPrefix: "address",
      points: TRIES_PER_ADDRESS,
      clearExpiredByTimeout: true,
    }),
  };
  limitsOf.set(storeClient, made);
  return made;
}
