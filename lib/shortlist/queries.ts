import "server-only";

import type { TeamViewer } from "@/lib/identity/types";

import { WHOLE_SHORTLIST, type ShortlistFilter } from "./filter";
import { readShortlistEntries, readShortlistHead, readShortlistRows } from "./rows";
import type { ShortlistRow } from "./types";

/** Rows on the page; who needs more has the export. */
export const SHOWN_ROWS = 200;

/** Notes of each announcement on the page. */
const SHOWN_NOTES = 3;

export type Shortlist = {
  /** Days in ISO form. */
  conference: { slug: string; name: string; startsOn: string | null; endsOn: string | null };
  members: number;
  /** Marks that a lean needs to count. */
  quorum: number;
  /** The first two hundred of both lists together, in order. */
  decided: ShortlistRow[];
  leaning: ShortlistRow[];
  totals: { decided: number; leaning: number };
};

/**
 * What the viewer's team decided, or leans, to adopt of a conference; null when there is no such conference. Three
 * statements: the conference, the tallies to choose from, and the rows that are shown.
 */
export async function readShortlist(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: ShortlistFilter = WHOLE_SHORTLIST,
): Promise<Shortlist | null> {
  const head = await readShortlistHead(viewer, conferenceSlug);
  if (!head) return null;
  const { slug, name, startsOn, endsOn, members, quorum } = head;
  const entries = await readShortlistEntries(viewer, head, filter);
  const rows = await readShortlistRows(viewer, entries.slice(0, SHOWN_ROWS), { members, notes: SHOWN_NOTES });
  const decided = entries.filter(({ standing }) => standing === "decided").length;
  return {
    conference: { slug, name, startsOn, endsOn },
    members,
    quorum,
    decided: rows.filter(({ standing }) => standing === "decided"),
    leaning: rows.filter(({ standing }) => standing === "leans"),
    totals: { decided, leaning: entries.length - decided },
  };
}
