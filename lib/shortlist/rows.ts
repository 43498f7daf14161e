import "server-only";

import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import type { Availability, Category } from "@/lib/recap/types";
import { isSlug } from "@/lib/text/slug";
import { DECISION_COLUMN, type DecisionColumn } from "@/lib/voting/decisions/columns";
import { parseTarget } from "@/lib/voting/decisions/target";
import { seenTally, seenVotes, TALLY_COLUMNS, tallyOf, type TallyColumns } from "@/lib/voting/sight";
import type { Choice, Lean } from "@/lib/voting/types";

import type { ShortlistFilter } from "./filter";
import { selectShortlist } from "./select";
import type { ShortlistEntry, ShortlistNote, ShortlistRow } from "./types";

/** Whose eyes a shortlist is read with: a viewer's, or nobody's for a share link, who has marked nothing. */
export type ShortlistReader = Pick<TeamViewer, "teamId" | "teamSlug" | "teamName" | "personId">;

/** A conference as a shortlist needs it. */
export type ShortlistHead = {
  id: string;
  slug: string;
  name: string;
  /** Days in ISO form. */
  startsOn: string | null;
  endsOn: string | null;
  members: number;
  /** Marks that a lean needs to count: the round's, one where there is no round. */
  quorum: number;
};

/** The conference of that slug for the reader's team, or null. */
export async function readShortlistHead(reader: ShortlistReader, slug: string): Promise<ShortlistHead | null> {
  if (!isSlug(slug)) return null;
  const [row] = await db().$queryRaw<ShortlistHead[]>`
    SELECT conference.id, conference.slug, conference.name, conference.starts_on::text AS "startsOn",
      conference.ends_on::text AS "endsOn", coalesce(round.quorum, 1) AS quorum,
      (SELECT count(*) FROM membership WHERE membership.team_id = ${reader.teamId}::uuid)::int AS members
    FROM conference
    LEFT JOIN round ON round.conference_id = conference.id AND round.team_id = ${reader.teamId}::uuid
    WHERE conference.slug = ${slug}`;
  return row ?? null;
}

/** What is on the shortlist, in order. The order needs every candidate, so these rows are narrow: a title and six numbers. */
export async function readShortlistEntries(
  reader: ShortlistReader,
  { id, quorum }: Pick<ShortlistHead, "id" | "quorum">,
  filter: ShortlistFilter,
): Promise<ShortlistEntry[]> {
  const rows = await db().$queryRaw<CandidateRow[]>`
    SELECT announcement.id, announcement.title, decision.choice::text AS decision, decision.place, tally.lean,
      ${TALLY_COLUMNS}
    FROM announcement
    LEFT JOIN ${seenTally(reader)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${reader.teamId}::uuid AND decision.announcement_id = announcement.id
    WHERE announcement.conference_id = ${id}::uuid
      AND (decision.choice = 'adopt' OR (decision.choice IS NULL AND tally.lean = 'adopt'))
      AND ${matching(filter)}`;
  return selectShortlist(
    rows.map(({ id: announcementId, title, decision, place, lean, ...row }) => ({
      ...{ id: announcementId, title, decision, place, lean, tally: tallyOf(row).tally },
    })),
    quorum,
  );
}

/** The condition that an announcement, with its decision joined as `decision`, is what the filter asks for. */
export function matching({ owner, quarter, service }: ShortlistFilter): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (owner === "nobody") conditions.push(Prisma.sql`decision.choice IS NOT NULL AND decision.owner_id IS NULL`);
  else if (owner !== null) conditions.push(Prisma.sql`decision.owner_id = ${owner}::uuid`);
  const target = quarter === null ? null : parseTarget(quarter);
  if (quarter === "none") conditions.push(Prisma.sql`decision.choice IS NOT NULL AND decision.target_on IS NULL`);
  else if (target) {
    conditions.push(Prisma.sql`decision.target_on <= ${target.on}::date
      AND decision.target_on > (${target.on}::date - interval '3 months')
      AND date_trunc('quarter', decision.target_on) = date_trunc('quarter', ${target.on}::date)`);
  }
  if (service !== null) conditions.push(Prisma.sql`announcement.service_slugs @> ARRAY[${service}]::text[]`);
  return Prisma.join(conditions, " AND ");
}

/** What is shown of these announcements, in their order, with so many notes of each, or all: one statement. */
export async function readShortlistRows(
  reader: ShortlistReader,
  entries: readonly ShortlistEntry[],
  { notes }: { notes: number | null },
): Promise<ShortlistRow[]> {
  const found = await db().$queryRaw<FoundRow[]>`
    SELECT announcement.id, ${SHOWN_COLUMNS}, tally.lean, ${TALLY_COLUMNS}, ${DECISION_COLUMN},
      owner.email AS "ownerEmail", coalesce(said.notes, '[]') AS notes, (
        -- Not what is left of the members: those who left, or came with a file, marked and are none.
        SELECT count(*)::int FROM membership
        WHERE membership.team_id = ${reader.teamId}::uuid AND NOT EXISTS (
          SELECT FROM vote
          WHERE vote.team_id = membership.team_id AND vote.announcement_id = announcement.id
            AND vote.person_id = membership.person_id
        )
      ) AS unmarked
    FROM announcement
    LEFT JOIN ${seenTally(reader)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${reader.teamId}::uuid AND decision.announcement_id = announcement.id
    LEFT JOIN person AS owner ON owner.id = decision.owner_id
    ${saidNotes(reader, notes)}
    WHERE announcement.id = ANY(${entries.map(({ id }) => id)}::uuid[])`;
  const byId = new Map(found.map((row) => [row.id, row]));
  return entries.flatMap((entry) => {
    const row = byId.get(entry.id);
    return row ? [shortlistRow(entry, row, reader)] : [];
  });
}

/** What every kind of row shows of an announcement. */
export const SHOWN_COLUMNS = Prisma.sql`announcement.slug, announcement.title, announcement.category,
  announcement.availability::text AS availability, announcement.service_names AS services,
  (SELECT url FROM announcement_link WHERE announcement_id = announcement.id ORDER BY position, id LIMIT 1) AS link`;

export type ShownColumns = {
  slug: string;
  title: string;
  category: Category;
  availability: Availability;
  services: string[];
  link: string | null;
};

/** The notes on an announcement that the reader may see, joined as `said`: adopts first, the latest first. */
export function saidNotes(reader: ShortlistReader, limit: number | null): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (
      SELECT jsonb_agg(
        jsonb_build_object('name', note.name, 'choice', note.choice, 'note', note.note)
        ORDER BY note.choice, note.updated_at DESC, note.person_id
      ) AS notes
      FROM (
        SELECT vote.choice, vote.note, vote.updated_at, vote.person_id, person.name
        FROM ${seenVotes(reader)} AS vote JOIN person ON person.id = vote.person_id
        WHERE vote.announcement_id = announcement.id AND vote.note <> ''
        ORDER BY vote.choice, vote.updated_at DESC, vote.person_id
        LIMIT ${limit}::int
      ) AS note
    ) AS said ON true`;
}

/** The page of an announcement in the reader's team. */
export function addressOf({ teamSlug }: ShortlistReader, slug: string): string {
  return `${config().url}/teams/${teamSlug}/announcements/${slug}`;
}

function shortlistRow(
  entry: ShortlistEntry,
  { isHidden, marks, adopt, investigate, ignore, ...row }: FoundRow,
  reader: ShortlistReader,
): ShortlistRow {
  return {
    ...entry,
    ...row,
    ...tallyOf({ isHidden, marks, adopt, investigate, ignore }),
    address: addressOf(reader, row.slug),
  };
}

type FoundRow = {
  id: string;
  lean: Lean | null;
  ownerEmail: string | null;
  notes: ShortlistNote[];
  unmarked: number;
} & ShownColumns &
  TallyColumns &
  DecisionColumn;

type CandidateRow = {
  id: string;
  title: string;
  decision: Choice | null;
  place: number | null;
  lean: Lean | null;
} & TallyColumns;
