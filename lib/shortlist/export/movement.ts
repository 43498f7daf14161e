import "server-only";

import { db } from "@/lib/db/client";
import { seenTally } from "@/lib/voting/sight";
import { CHOICES, type Choice } from "@/lib/voting/types";

import type { ShortlistHead, ShortlistReader } from "../rows";

import type { Moved } from "./types";

/** The conference before, and in which ring each service of it ended up for the team. */
export type Before = {
  slug: string;
  name: string;
  /** By the slug of an announcement's first service; of several the innermost. */
  rings: Readonly<Record<string, Choice>>;
};

/**
 * The last conference that began before this one and in which the team has a ring on anything the reader may see; null when
 * there is none, or when nobody said when this one began. One statement.
 */
export async function readBefore(
  reader: ShortlistReader,
  { startsOn }: Pick<ShortlistHead, "startsOn">,
): Promise<Before | null> {
  if (startsOn === null) return null;
  const [before] = await db().$queryRaw<Before[]>`
    WITH before AS (
      SELECT conference.id, conference.slug, conference.name, coalesce(round.quorum, 1) AS quorum
      FROM conference
      LEFT JOIN round ON round.conference_id = conference.id AND round.team_id = ${reader.teamId}::uuid
      WHERE conference.starts_on < ${startsOn}::date AND (
        EXISTS (
          SELECT FROM ${seenTally(reader)} AS tally
          WHERE tally.conference_id = conference.id AND tally.lean <> 'split' AND tally.marks >= coalesce(round.quorum, 1)
        ) OR EXISTS (
          SELECT FROM decision JOIN announcement ON announcement.id = decision.announcement_id
          WHERE decision.team_id = ${reader.teamId}::uuid AND announcement.conference_id = conference.id
        )
      )
      ORDER BY conference.starts_on DESC, conference.id DESC
      LIMIT 1
    ), placed AS (
      SELECT announcement.service_slugs[1] AS service,
        min(coalesce(decision.choice, CASE WHEN tally.lean <> 'split' THEN tally.lean::choice END)) AS ring
      FROM before
      JOIN announcement ON announcement.conference_id = before.id
      LEFT JOIN ${seenTally(reader)} AS tally
        ON tally.announcement_id = announcement.id AND tally.marks >= before.quorum
      LEFT JOIN decision ON decision.team_id = ${reader.teamId}::uuid AND decision.announcement_id = announcement.id
      GROUP BY service
    )
    SELECT before.slug, before.name, (
      SELECT coalesce(jsonb_object_agg(service, ring), '{}') FROM placed WHERE service IS NOT NULL AND ring IS NOT NULL
    ) AS rings
    FROM before`;
  return before ?? null;
}

/**
 * How an item came into its ring since the conference before, as `moved` counts. One without a service, or whose service had
 * no ring there, is new; with nothing to compare with everything is as it was.
 */
export function movedSince(before: Before | null, { ring, service }: { ring: Choice; service: string | null }): Moved {
  if (!before) return 0;
  const earlier = service === null ? undefined : before.rings[service];
  if (earlier === undefined) return 2;
  const steps = CHOICES.indexOf(earlier) - CHOICES.indexOf(ring);
  return steps > 0 ? 1 : steps < 0 ? -1 : 0;
}
