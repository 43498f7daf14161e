import "server-only";

import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { ok, refuseNotFound, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import type { Availability, Category } from "@/lib/recap/types";
import { isSlug } from "@/lib/text/slug";
import { seenTally, seenVotes, TALLY_COLUMNS, tallyOf, type TallyColumns } from "@/lib/voting/sight";
import type { Choice, Lean } from "@/lib/voting/types";

import { selectShortlist } from "./select";
import type { ShortlistEntry, ShortlistHeading, ShortlistNote, ShortlistRow } from "./types";

/** Rows on the page; who needs more has the export. */
export const SHOWN_ROWS = 200;

/** Notes of each announcement on the page. */
const SHOWN_NOTES = 3;

/** Announcements that an export reads at a time. */
const EXPORT_BATCH = 200;

export type Shortlist = {
  /** Days in ISO form. */
  conference: { slug: string; name: string; startsOn: string | null; endsOn: string | null };
  members: number;
  /** The first two hundred of both lists together, in order. */
  decided: ShortlistRow[];
  leaning: ShortlistRow[];
  totals: { decided: number; leaning: number };
};

/**
 * What the viewer's team decided, or leans, to adopt of a conference; null when there is no such conference. Three
 * statements: the conference, the tallies to choose from, and the rows that are shown.
 */
export async function readShortlist(viewer: TeamViewer, conferenceSlug: string): Promise<Shortlist | null> {
  const head = await readHead(viewer, conferenceSlug);
  if (!head) return null;
  const { id, members, ...conference } = head;
  const entries = await readEntries(viewer, id);
  const rows = await readRows(viewer, entries.slice(0, SHOWN_ROWS), { members, notes: SHOWN_NOTES });
  const decided = entries.filter(({ standing }) => standing === "decided").length;
  return {
    conference,
    members,
    decided: rows.filter(({ standing }) => standing === "decided"),
    leaning: rows.filter(({ standing }) => standing === "leans"),
    totals: { decided, leaning: entries.length - decided },
  };
}

export type ShortlistExport = { heading: ShortlistHeading; rows: AsyncGenerator<ShortlistRow> };

/** The whole shortlist with every note, for an export: leads only. Rows come in batches, so that any length fits. */
export async function exportShortlist(viewer: TeamViewer, conferenceSlug: string): Promise<Result<ShortlistExport>> {
  const permitted = permit(viewer, "shortlist.export");
  if (!permitted.ok) return permitted;
  const head = await readHead(viewer, conferenceSlug);
  if (!head) return refuseNotFound("conference");
  const entries = await readEntries(viewer, head.id);
  return ok({
    heading: { conference: head.name, team: viewer.teamName },
    rows: inBatches(viewer, entries, { members: head.members, notes: null }),
  });
}

async function* inBatches(
  viewer: TeamViewer,
  entries: readonly ShortlistEntry[],
  wanted: Wanted,
): AsyncGenerator<ShortlistRow> {
  for (let start = 0; start < entries.length; start += EXPORT_BATCH) {
    yield* await readRows(viewer, entries.slice(start, start + EXPORT_BATCH), wanted);
  }
}

async function readHead(viewer: TeamViewer, conferenceSlug: string): Promise<HeadRow | null> {
  if (!isSlug(conferenceSlug)) return null;
  const [row] = await db().$queryRaw<HeadRow[]>`
    SELECT id, slug, name, starts_on::text AS "startsOn", ends_on::text AS "endsOn",
      (SELECT count(*) FROM membership WHERE membership.team_id = ${viewer.teamId}::uuid)::int AS members
    FROM conference WHERE slug = ${conferenceSlug}`;
  return row ?? null;
}

/** The order needs every candidate, so these rows are narrow: a title and five numbers. */
async function readEntries(viewer: TeamViewer, conferenceId: string): Promise<ShortlistEntry[]> {
  const rows = await db().$queryRaw<CandidateRow[]>`
    SELECT announcement.id, announcement.title, decision.choice::text AS decision, tally.lean,
      ${TALLY_COLUMNS}
    FROM announcement
    LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = announcement.id
    WHERE announcement.conference_id = ${conferenceId}::uuid
      AND (decision.choice = 'adopt' OR (decision.choice IS NULL AND tally.lean = 'adopt'))`;
  return selectShortlist(
    rows.map(({ id, title, decision, lean, ...row }) => ({ id, title, decision, lean, tally: tallyOf(row).tally })),
  );
}

/** How many people could have marked, and how many notes of each announcement are wanted: null for all. */
type Wanted = { members: number; notes: number | null };

/** What is shown of these announcements, in their order: one statement. */
async function readRows(
  viewer: TeamViewer,
  entries: readonly ShortlistEntry[],
  { members, notes }: Wanted,
): Promise<ShortlistRow[]> {
  const found = await db().$queryRaw<FoundRow[]>`
    SELECT announcement.id, announcement.slug, announcement.title, announcement.category,
      announcement.availability::text AS availability, announcement.service_names AS services,
      ${TALLY_COLUMNS}, coalesce(decision.reason, '') AS reason, coalesce(said.notes, '[]') AS notes,
      (SELECT url FROM announcement_link WHERE announcement_id = announcement.id ORDER BY position, id LIMIT 1) AS link
    FROM announcement
    LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = announcement.id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(
        jsonb_build_object('name', note.name, 'choice', note.choice, 'note', note.note)
        ORDER BY note.choice, note.updated_at DESC, note.person_id
      ) AS notes
      FROM (
        SELECT vote.choice, vote.note, vote.updated_at, vote.person_id, person.name
        FROM ${seenVotes(viewer)} AS vote JOIN person ON person.id = vote.person_id
        WHERE vote.announcement_id = announcement.id AND vote.note <> ''
        ORDER BY vote.choice, vote.updated_at DESC, vote.person_id
        LIMIT ${notes}::int
      ) AS note
    ) AS said ON true
    WHERE announcement.id = ANY(${entries.map(({ id }) => id)}::uuid[])`;
  const byId = new Map(found.map((row) => [row.id, row]));
  return entries.flatMap((entry) => {
    const row = byId.get(entry.id);
    return row ? [shortlistRow(entry, row, { viewer, members })] : [];
  });
}

function shortlistRow(
  entry: ShortlistEntry,
  { isHidden, marks, adopt, investigate, ignore, ...row }: FoundRow,
  { viewer, members }: { viewer: TeamViewer; members: number },
): ShortlistRow {
  return {
    ...entry,
    ...row,
    ...tallyOf({ isHidden, marks, adopt, investigate, ignore }),
    unmarked: Math.max(0, members - marks),
    address: `${config().url}/teams/${viewer.teamSlug}/announcements/${row.slug}`,
  };
}

type FoundRow = {
  id: string;
  slug: string;
  title: string;
  category: Category;
  availability: Availability;
  services: string[];
  reason: string;
  notes: ShortlistNote[];
  link: string | null;
} & TallyColumns;

type HeadRow = Shortlist["conference"] & { id: string; members: number };

type CandidateRow = { id: string; title: string; decision: Choice | null; lean: Lean | null } & TallyColumns;
