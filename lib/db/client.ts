import "server-only";

import { hash } from "node:crypto";

import { PrismaPg } from "@prisma/adapter-pg";

import { config } from "@/lib/config/env";

import { PrismaClient } from "./generated/client";
import type { Prisma } from "./generated/client";

export type Db = PrismaClient;

/** What a transaction's callback is given. A `Db` is accepted wherever a `Tx` is asked for. */
export type Tx = Prisma.TransactionClient;

// A few connections keep PostgreSQL busy from one Node process; more would only wait for each other.
const CONNECTIONS = 5;

// Kept on globalThis: in development every reload evaluates this module again, and each client holds connections.
const holder: { debriefDb?: Db } & typeof globalThis = globalThis;

/** The database of this process, connected on first use, so that a build or an import needs none. */
export function db(): Db {
  return (holder.debriefDb ??= connect());
}

/** Closes the connections, so that a script can end. The next `db()` opens new ones. */
export async function disconnectDb(): Promise<void> {
  const open = holder.debriefDb;
  delete holder.debriefDb;
  await open?.$disconnect();
}

function connect(): Db {
  const { databaseUrl } = config();
  if (!databaseUrl) {
    throw new Error("DATABASE_URL is not set: start the app with npm start, which provides a database.");
  }
  const adapter = new PrismaPg(
    { connectionString: databaseUrl, max: CONNECTIONS, connectionTimeoutMillis: 5_000 },
    // A name makes pg prepare the statement, so that PostgreSQL plans it once per connection and not on every call.
    { statementNameGenerator: ({ sql }) => hash("sha1", sql, "base64url") },
  );
  return new PrismaClient({ adapter });
}
