import "server-only";

import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { ok, refuseNotFound, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import type { Category } from "@/lib/recap/types";
import { seenTally } from "@/lib/voting/sight";
import type { Choice } from "@/lib/voting/types";

import { WHOLE_SHORTLIST, type ShortlistFilter } from "../filter";
import { readQuadrants } from "../radar/queries";
import type { Quadrants } from "../radar/quadrants";
import { matching, readShortlistHead } from "../rows";

/** What a radar's files would hold, counted before anybody takes one. */
export type RadarOutlook = {
  /** How many stand in each ring of each of our quadrants, in their order. */
  counts: readonly Readonly<Record<Choice, number>>[];
  total: number;
  /** Announcements that get no ring: nobody has marked them, too few have, they are split, or what others marked is hidden. */
  leftOut: Readonly<Record<LeftOut, number>>;
  /** Marks that a lean needs to count. */
  quorum: number;
  quadrants: Quadrants;
  /** Host and port at which this installation is reached, as other tools' settings name it. */
  host: string;
};

export const LEFT_OUT = ["belowQuorum", "split", "hidden", "unmarked"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** The outlook of the viewer's radar of a conference, for leads. It counts what `readRadarItems` gives, in one statement. */
export async function readRadarOutlook(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: ShortlistFilter = WHOLE_SHORTLIST,
): Promise<Result<RadarOutlook>> {
  const permitted = permit(viewer, "shortlist.export");
  if (!permitted.ok) return permitted;
  const head = await readShortlistHead(viewer, conferenceSlug);
  if (!head) return refuseNotFound("conference");
  const [quadrants, rows] = await Promise.all([
    readQuadrants(viewer),
    db().$queryRaw<Row[]>`
      SELECT announcement.category, CASE
          WHEN decision.choice IS NOT NULL THEN decision.choice::text
          WHEN coalesce(tally.marks, 0) = 0 THEN 'unmarked'
          WHEN tally.marks < ${head.quorum} THEN 'belowQuorum'
          WHEN tally.is_hidden THEN 'hidden'
          ELSE tally.lean
        END AS place, count(*)::int AS count
      FROM announcement
      LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
      LEFT JOIN decision ON decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = announcement.id
      WHERE announcement.conference_id = ${head.id}::uuid AND ${matching(filter)}
      GROUP BY 1, 2`,
  ]);
  const counts = quadrants.names.map(() => ({ adopt: 0, investigate: 0, ignore: 0 }));
  const leftOut = { belowQuorum: 0, split: 0, hidden: 0, unmarked: 0 };
  let total = 0;
  for (const { category, place, count } of rows) {
    const quadrant = counts[quadrants.of[category]];
    if (isLeftOut(place)) leftOut[place] += count;
    else if (quadrant) {
      quadrant[place] += count;
      total += count;
    }
  }
  return ok({ counts, total, leftOut, quorum: head.quorum, quadrants, host: new URL(config().url).host });
}

function isLeftOut(place: Row["place"]): place is LeftOut {
  return (LEFT_OUT as readonly string[]).includes(place);
}

type Row = { category: Category; place: Choice | LeftOut; count: number };
