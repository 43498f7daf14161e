import "server-only";

import pg from "pg";

import { config } from "@/lib/config/env";
import type { Prisma } from "@/lib/db/generated/client";

const TIMEOUT = 5_000;

/** Whoever takes longer to take the next piece has gone. */
const PATIENCE = "5min";

/** Rows held at a time. */
const BATCH = 1_000;

/** A connection that sees the database as it was when it began. */
export type Snapshot = {
  /** The rows of a statement, a thousand at a time, however many there are. */
  batches: <Row extends pg.QueryResultRow>(sql: Prisma.Sql) => AsyncGenerator<Row[]>;
};

/**
 * Runs `work` on one moment of the database and gives what it yields, while people go on working: a connection of its own in
 * a read-only transaction, which ends with the work or when whoever takes it stops.
 */
export async function* inSnapshot<T>(work: (snapshot: Snapshot) => AsyncIterable<T>): AsyncGenerator<T> {
  const client = new pg.Client({ connectionString: config().databaseUrl, connectionTimeoutMillis: TIMEOUT });
  // A connection that breaks also fails the query that waits on it; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // All rows are fetched: a plan for the first few would be the wrong one.
    await client.query("SET LOCAL cursor_tuple_fraction = 1");
    await client.query(`SET LOCAL idle_in_transaction_session_timeout = '${PATIENCE}'`);
    yield* work({ batches: (sql) => batches(client, sql) });
  } finally {
    await client.end();
  }
}

async function* batches<Row extends pg.QueryResultRow>(client: pg.Client, sql: Prisma.Sql): AsyncGenerator<Row[]> {
  await client.query(`DECLARE rows NO SCROLL CURSOR FOR ${sql.text}`, sql.values);
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${BATCH} FROM rows`);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) break;
  }
  await client.query("CLOSE rows");
}
