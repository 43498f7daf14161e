import "server-only";

import type { Tx } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import type { Round } from "../round-types";
import { ROUND_COLUMNS, roundOf, type RoundColumns } from "./standing";

/** What a round of a team for a conference rests on, as the database has it now. */
export type Ground = {
  /** By the database's clock, which alone says what is past. */
  now: Date;
  conference: { id: string; slug: string; name: string };
  announcements: number;
  members: number;
  /** Whether anybody has marked anything of the conference. */
  hasMarks: boolean;
  round: (Round & { version: number }) | null;
};

/** The ground for a round of the viewer's team; null when there is no such conference. */
export async function readGround(tx: Tx, { teamId }: TeamViewer, slug: string): Promise<Ground | null> {
  const [row] = await tx.$queryRaw<GroundRow[]>`
    SELECT now() AS now, conference.id, conference.slug, conference.name, conference.announcement_count AS announcements,
      (SELECT count(*)::int FROM membership WHERE team_id = ${teamId}::uuid) AS members,
      EXISTS (
        SELECT FROM progress WHERE team_id = ${teamId}::uuid AND conference_id = conference.id AND marked > 0
      ) AS "hasMarks",
      round.version, ${ROUND_COLUMNS}
    FROM conference LEFT JOIN round ON round.conference_id = conference.id AND round.team_id = ${teamId}::uuid
    WHERE conference.slug = ${slug}`;
  if (!row) return null;
  const { now, id, name, announcements, members, hasMarks, version } = row;
  const round = roundOf(row);
  return {
    ...{ now, conference: { id, slug, name }, announcements, members, hasMarks },
    round: round && { ...round, version: version ?? 0 },
  };
}

type GroundRow = Pick<Ground, "now" | "announcements" | "members" | "hasMarks"> & {
  id: string;
  slug: string;
  name: string;
  version: number | null;
} & RoundColumns;
