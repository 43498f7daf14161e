import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { CATEGORIES } from "@/lib/recap/types";
import { seenTally } from "@/lib/voting/sight";

import { readBefore, type Before } from "../export/movement";
import { readRadarEntries, type RadarEntry } from "../export/radar-items";
import { WHOLE_SHORTLIST } from "../filter";
import { readShortlistHead, type ShortlistHead } from "../rows";

import { firstOfEach, numbered } from "./numbering";
import { DEFAULT_QUADRANTS, type Quadrants } from "./quadrants";
import { quadrantSchema } from "./schema";

/** Items on the page; who needs more has the files. */
export const SHOWN_ITEMS = 1000;

/** The radar of a team for a conference, as the viewer may see it. */
export type Radar = {
  conference: Pick<ShortlistHead, "slug" | "name">;
  quadrants: Quadrants;
  /** The first thousand, as `firstOfEach` takes them, with their numbers. */
  items: (RadarEntry & { number: number })[];
  /** How many have a ring, shown or not. */
  total: number;
  /** The conference that `moved` compares with; null when there is none. */
  before: Pick<Before, "slug" | "name"> | null;
  quorum: number;
  /** What nobody settled and has no ring: how many announcements for each reason. */
  without: Without;
};

/** Nobody has marked it; fewer have than the quorum; enough have, and are split; what they marked is hidden. */
export type Without = { unmarked: number; belowQuorum: number; split: number; hidden: number };

/** The radar of the viewer's team, or null when there is no such conference. Five statements, however much it holds. */
export async function readRadar(viewer: TeamViewer, conferenceSlug: string): Promise<Radar | null> {
  const head = await readShortlistHead(viewer, conferenceSlug);
  if (!head) return null;
  const [quadrants, before, without] = await Promise.all([
    readQuadrants(viewer),
    readBefore(viewer, head),
    readWithout(viewer, head),
  ]);
  const entries = await readRadarEntries(viewer, { head, filter: WHOLE_SHORTLIST, quadrants, before });
  return {
    conference: { slug: head.slug, name: head.name },
    quadrants,
    items: numbered(firstOfEach(entries, SHOWN_ITEMS)),
    total: entries.length,
    before: before && { slug: before.slug, name: before.name },
    quorum: head.quorum,
    without,
  };
}

async function readWithout(viewer: TeamViewer, { id, quorum }: ShortlistHead): Promise<Without> {
  const [row] = await db().$queryRaw<Without[]>`
    SELECT count(*) FILTER (WHERE marks = 0)::int AS unmarked,
      count(*) FILTER (WHERE marks BETWEEN 1 AND ${quorum}::int - 1)::int AS "belowQuorum",
      count(*) FILTER (WHERE marks >= greatest(1, ${quorum}::int) AND lean = 'split')::int AS split,
      count(*) FILTER (WHERE marks >= greatest(1, ${quorum}::int) AND is_hidden)::int AS hidden
    FROM (
      SELECT coalesce(tally.marks, 0) AS marks, tally.lean, tally.is_hidden
      FROM announcement
      LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
      WHERE announcement.conference_id = ${id}::uuid AND NOT EXISTS (
        SELECT FROM decision
        WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = announcement.id
      )
    ) AS unsettled`;
  return row ?? { unmarked: 0, belowQuorum: 0, split: 0, hidden: 0 };
}

/** How the team folds categories into quadrants: its own way, else the program's. */
export async function readQuadrants({ teamId }: Pick<TeamViewer, "teamId">): Promise<Quadrants> {
  return (await findArrangement(teamId)).quadrants;
}

/** The same with its version, which a form sends back: 0 while the program's holds. For whoever may change it. */
export async function readArrangement(viewer: TeamViewer): Promise<Arrangement | null> {
  return can(viewer, "radar.arrange") ? findArrangement(viewer.teamId) : null;
}

export type Arrangement = { quadrants: Quadrants; version: number };

async function findArrangement(teamId: string): Promise<Arrangement> {
  const stored = await db().radarSetting.findUnique({
    where: { teamId },
    select: { names: true, quadrants: true, version: true },
  });
  return { quadrants: storedSchema.safeParse(stored).data ?? DEFAULT_QUADRANTS, version: stored?.version ?? 0 };
}

const storedSchema = z
  .object({
    names: z.tuple([z.string(), z.string(), z.string(), z.string()]),
    // A category that came with a later version has no place yet: it gets the program's.
    quadrants: z.partialRecord(z.enum(CATEGORIES), quadrantSchema),
  })
  .transform(({ names, quadrants }): Quadrants => ({ names, of: { ...DEFAULT_QUADRANTS.of, ...quadrants } }));
