import "server-only";

import { db, type Tx } from "@/lib/db/client";

/** A text that this run reads, and how much of it an earlier run has stored. */
export type Leased = {
  importId: string;
  run: string;
  teamId: string;
  conferenceId: string;
  fileName: string | null;
  text: string;
  readCount: number;
};

/** Seconds without a sign of life after which another run takes over. */
const STALE = 30;

/** One that has ended so often without a reason is not the process's but the text's. */
const TRIES = 3;

const STOPPED = "Reading it stopped again and again before the end. Split the file, and read the parts in.";

/** Takes an import that nobody reads at the moment; null when somebody does, or there is nothing left to read. */
export async function lease(importId: string, run: string): Promise<Leased | null> {
  await db().$executeRaw`
    UPDATE import SET reading_problem = ${STOPPED}
    WHERE id = ${importId}::uuid AND state = 'reading' AND reading_problem IS NULL AND reading_tries >= ${TRIES}
      AND reading_at < now() - make_interval(secs => ${STALE})`;
  const [leased] = await db().$queryRaw<Leased[]>`
    UPDATE import SET reading_by = ${run}::uuid, reading_at = now(), reading_tries = reading_tries + 1
    WHERE id = ${importId}::uuid AND state = 'reading' AND reading_problem IS NULL
      AND (reading_at IS NULL OR reading_at < now() - make_interval(secs => ${STALE}))
    RETURNING id AS "importId", reading_by::text AS run, team_id AS "teamId", conference_id AS "conferenceId",
      file_name AS "fileName", text, read_count AS "readCount"`;
  return leased ?? null;
}

/** Says that the run is alive and how far it is; false when the import is not its own any more. */
export async function renew(tx: Tx, { importId, run }: Leased, readCount?: number): Promise<boolean> {
  const held = await tx.$executeRaw`
    UPDATE import SET reading_at = now(), read_count = coalesce(${readCount ?? null}::int, read_count)
    WHERE id = ${importId}::uuid AND reading_by = ${run}::uuid AND state = 'reading'`;
  return held === 1;
}

/** Ends the run: the import can be reviewed, or says why it cannot. */
export async function release({ importId, run }: Leased, problem: string | null): Promise<void> {
  await db().import.updateMany({
    where: { id: importId, readingBy: run, state: "reading" },
    data: {
      state: problem === null ? "reviewing" : "reading",
      ...{ readingBy: null, readingAt: null, readingProblem: problem },
    },
  });
}

/** Imports that wait to be read, or whose run has stopped, oldest first. */
export async function listUnread(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM import
    WHERE state = 'reading' AND reading_problem IS NULL
      AND (reading_at IS NULL OR reading_at < now() - make_interval(secs => ${STALE}))
    ORDER BY created_at LIMIT 20`;
  return rows.map(({ id }) => id);
}
