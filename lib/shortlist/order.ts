import "server-only";

import type { z } from "zod";

import { followingMerge } from "@/lib/catalogue/merging/standing";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { matching } from "./rows";

import { moveSchema, type MoveInput } from "./order-schema";

/** Where an announcement is after a move. */
export type MovedOnShortlist = {
  /** Its place among what the filter lets through, counted from 1, and how many these are. */
  position: number;
  of: number;
  /** The places that changed, by announcement: one, or all where there was no room left between two. */
  places: Record<string, number>;
};

/**
 * Puts an announcement that is decided to be adopted at another place of the lead's order: in front of one, behind one,
 * last, or where a number says. Leads only. The list is locked while its order is changed, so that of two leads who move
 * at once the later finds what the earlier made of it; nobody's move is lost. When the neighbour is gone nothing is stored
 * and the conflict says so.
 */
export async function moveOnShortlist(viewer: TeamViewer, input: MoveInput): Promise<Result<MovedOnShortlist>> {
  const permitted = permit(viewer, "shortlist.order");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(moveSchema, input, { announcementId: "announcement" });
  if (!parsed.ok) return parsed;
  return followingMerge(parsed.value.announcementId, (announcementId) =>
    move(viewer, { ...parsed.value, announcementId }),
  );
}

async function move(viewer: TeamViewer, input: z.output<typeof moveSchema>): Promise<Result<MovedOnShortlist>> {
  const { announcementId } = input;
  const [row] = await db().$queryRaw<[MovedRow]>`
    WITH moving AS (
      SELECT decision.announcement_id AS id, announcement.conference_id
      FROM decision JOIN announcement ON announcement.id = decision.announcement_id
      WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = ${announcementId}::uuid
        AND decision.choice = 'adopt'
    ),
    locked AS MATERIALIZED (
      SELECT decision.announcement_id AS id, decision.place, coalesce(${matching(input.filter)}, false) AS is_listed
      FROM decision JOIN announcement ON announcement.id = decision.announcement_id
      WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.choice = 'adopt'
        AND announcement.conference_id = (SELECT conference_id FROM moving)
      -- In one order for everybody, so that of two who lock the list neither waits for the other.
      ORDER BY decision.announcement_id
      FOR UPDATE OF decision
    ),
    others AS (
      SELECT id, place, is_listed, row_number() OVER in_order AS n,
        count(*) FILTER (WHERE is_listed) OVER in_order AS listed_n
      FROM locked WHERE id <> ${announcementId}::uuid
      WINDOW in_order AS (ORDER BY place, id)
    ),
    wanted AS (SELECT moving.id, (${placeAmongOthers(input)}) AS n FROM moving),
    gap AS (
      SELECT wanted.id, wanted.n, above.place AS above, below.place AS below,
        CASE
          -- Behind all, and still in front of what will be decided later.
          WHEN below.place IS NULL THEN greatest(extract(epoch FROM clock_timestamp())::float8, above.place + 0.001)
          WHEN above.place IS NULL THEN below.place - 1
          ELSE above.place + (below.place - above.place) / 2
        END AS middle
      FROM wanted
      LEFT JOIN others AS above ON above.n = wanted.n - 1
      LEFT JOIN others AS below ON below.n = wanted.n
      WHERE wanted.n IS NOT NULL
    ),
    fitting AS (
      SELECT *, (above IS NULL OR middle > above) AND (below IS NULL OR middle < below) AS is_between FROM gap
    ),
    placed AS (
      SELECT id, middle AS place FROM fitting WHERE is_between
      UNION ALL
      -- No number is left between the two: all are numbered anew, far below those of what will be decided later.
      SELECT id, (row_number() OVER (ORDER BY n, is_moved DESC))::float8
      FROM (SELECT id, n, false AS is_moved FROM others UNION ALL SELECT id, n, true FROM fitting) AS numbered
      WHERE EXISTS (SELECT FROM fitting WHERE NOT is_between)
    ),
    stored AS (
      UPDATE decision SET place = placed.place FROM placed
      WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = placed.id
      RETURNING decision.announcement_id AS id, decision.place
    ),
    result AS (
      SELECT gap.id, (SELECT count(*) FROM others WHERE is_listed AND n < gap.n)::int + 1 AS position,
        (SELECT count(*) FROM others WHERE is_listed)::int + 1 AS "of"
      FROM gap
    ),
    told AS (
      INSERT INTO audit_event (actor_id, team_id, action, subject_type, subject_id, data)
      SELECT ${viewer.personId}::uuid, ${viewer.teamId}::uuid, 'shortlist.moved', 'announcement', id::text,
        jsonb_build_object('position', position, 'of', "of")
      FROM result
    )
    SELECT EXISTS (SELECT FROM moving) AS "isThere", result.position, result.of,
      (SELECT jsonb_object_agg(id, place) FROM stored) AS places
    FROM (SELECT) AS one LEFT JOIN result ON true`;
  if (!row.isThere) return refuse("not-found", GONE);
  const { position, of, places } = row;
  return position === null ? refuse("conflict", NEIGHBOUR_GONE) : ok({ position, of, places });
}

/** The number that the announcement will have among all others; null when what it should go beside is not there. */
function placeAmongOthers({ announcementId, before, after, to }: z.output<typeof moveSchema>): Prisma.Sql {
  if (to !== null) {
    return Prisma.sql`coalesce(
      (SELECT min(n) FROM others WHERE is_listed AND listed_n = ${to}),
      (SELECT max(n) + 1 FROM others WHERE is_listed),
      -- Nothing else is listed: it stays.
      (SELECT count(*) + 1 FROM others JOIN locked AS own ON own.id = ${announcementId}::uuid
       WHERE (others.place, others.id) < (own.place, own.id))
    )`;
  }
  if (before !== null) return Prisma.sql`SELECT n FROM others WHERE id = ${before}::uuid`;
  if (after !== null) return Prisma.sql`SELECT n + 1 FROM others WHERE id = ${after}::uuid`;
  return Prisma.sql`SELECT count(*) + 1 FROM others`;
}

const GONE = "It is not decided adopt any more. Load the shortlist again.";
const NEIGHBOUR_GONE = "The list changed meanwhile. Look at it again, then move.";

type MovedRow =
  | { isThere: boolean; position: null; of: null; places: null }
  | { isThere: boolean; position: number; of: number; places: Record<string, number> };
