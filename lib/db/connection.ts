import "server-only";

import pg from "pg";

import { OperatorError } from "@/lib/errors/operator-error";

const OLDEST_MAJOR = 15;
const TIMEOUT = 5_000;

/** Runs `work` with one connection of its own. Throws OperatorError when the database does not answer within 5 s. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT });
  // A connection that breaks also fails the query that waits on it; without a listener it would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new OperatorError(reasonOf(error, url));
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Throws OperatorError with what to do unless the database answers, is recent enough and holds UTF-8. */
export async function checkDatabase(url: string): Promise<void> {
  const sql = "SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding";
  const { rows } = await withClient(url, (client) => client.query<{ version: string; encoding: string }>(sql));
  const [{ version, encoding } = { version: "0", encoding: "" }] = rows;
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
    throw new OperatorError(
      `The database ${withoutPassword(url)} is PostgreSQL ${version}: version ${OLDEST_MAJOR} or later is needed.`,
    );
  }
  if (encoding !== "UTF8") {
    throw new OperatorError(
      `The database ${withoutPassword(url)} is encoded as ${encoding}: create one with ENCODING 'UTF8' and set DATABASE_URL to it.`,
    );
  }
}

/** The address as it may be shown. */
export function withoutPassword(url: string): string {
  const address = new URL(url);
  address.password = address.password && "***";
  address.search = "";
  return address.href;
}

function reasonOf(error: unknown, url: string): string {
  const shown = withoutPassword(url);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "28P01" || code === "28000") {
    return `The database ${shown} refuses the user or the password: correct DATABASE_URL.`;
  }
  if (code === "3D000") {
    return `The database ${shown} does not exist on that server: create it, or correct DATABASE_URL.`;
  }
  const detail = error instanceof AggregateError || !(error instanceof Error) ? String(code) : error.message;
  return `The database ${shown} does not answer (${detail}): start it, or correct DATABASE_URL.`;
}
