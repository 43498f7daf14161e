import "server-only";

import { z } from "zod";

import { figureParts } from "@/lib/catalogue/figure-parts";
import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";
import type { Availability, Category } from "@/lib/recap/types";
import { seenTally, seenVotes, TALLY_COLUMNS, tallyOf, type TallyColumns } from "@/lib/voting/sight";
import type { Choice, Lean } from "@/lib/voting/types";

import { encodePlace, type Place } from "./place";
import type { Said, SourceTake, TriageCard } from "./types";

/** Longer than this a first source's words are no summary; the full page has them all. */
const EXCERPT_LENGTH = 700;

const SHOWN_TAKES = 3;

/** What others marked beside a card; the rest is on the full page. */
export const SHOWN_OTHERS = 8;

/** An announcement's place in the order that is gone through. */
export type Placed = { id: string; place: Place; isPutOff: boolean };

/** Announcements in full, in the order given: three statements side by side, whatever the number of people or marks. */
export async function fillCards(viewer: TeamViewer, placed: readonly Placed[]): Promise<TriageCard[]> {
  if (placed.length === 0) return [];
  const ids = placed.map(({ id }) => id);
  const [facts, takes, others] = await Promise.all([readFacts(viewer, ids), readTakes(ids), readOthers(viewer, ids)]);
  return placed.flatMap(({ id, place, isPutOff }) => {
    const row = facts.find((candidate) => candidate.id === id);
    if (!row) return [];
    const { isHidden, adopt, investigate, ignore, choice, note, serviceSlugs, serviceNames, figures, ...fact } = row;
    const seen = tallyOf({ isHidden, adopt, investigate, ignore, marks: row.marks });
    return [
      {
        ...fact,
        ...seen,
        services: serviceSlugs.map((slug, index) => ({ slug, name: serviceNames[index] ?? slug })),
        figures: figuresSchema.parse(figures).map(({ text }) => figureParts(text)),
        takes: of(takes, id).map(({ source, url, take }) => ({ source, url, take })),
        mine: choice && { choice, note: note ?? "" },
        others: isHidden
          ? null
          : of(others, id).map(({ personId, name, choice: said, note: why }) => ({
              personId,
              name,
              choice: said,
              note: why,
            })),
        isPutOff,
        cursor: encodePlace(place),
      } satisfies TriageCard,
    ];
  });
}

function readFacts(viewer: TeamViewer, ids: string[]): Promise<FactRow[]> {
  return db().$queryRaw<FactRow[]>`
    SELECT announcement.id, announcement.slug, announcement.title, announcement.category,
      coalesce(nullif(announcement.summary, ''), first_said.excerpt, '') AS summary,
      announcement.availability::text AS availability, announcement.figures,
      announcement.service_slugs AS "serviceSlugs", announcement.service_names AS "serviceNames",
      announcement.mention_count AS mentions, coalesce(tally.comments, 0) AS comments,
      vote.choice::text AS choice, vote.note, tally.lean, ${TALLY_COLUMNS}, decision.choice::text AS decision
    FROM announcement
    LEFT JOIN vote ON vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = announcement.id
      AND vote.person_id = ${viewer.personId}::uuid
    LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = announcement.id
    LEFT JOIN LATERAL (
      SELECT left(mention.excerpt, ${EXCERPT_LENGTH}) AS excerpt FROM mention
      WHERE mention.announcement_id = announcement.id AND announcement.summary = '' AND mention.excerpt <> ''
      ORDER BY mention.created_at, mention.id LIMIT 1
    ) AS first_said ON true
    WHERE announcement.id = ANY(${ids}::uuid[])`;
}

/** What sources make of each, the takes before the mere titles. */
function readTakes(ids: string[]): Promise<(SourceTake & About)[]> {
  return db().$queryRaw<(SourceTake & About)[]>`
    SELECT wanted.id AS about, shown.title AS source, shown.url, shown.take
    FROM unnest(${ids}::uuid[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT source.title, source.url, nullif(mention.take, '') AS take, mention.created_at, source.id
      FROM mention JOIN source ON source.id = mention.source_id
      WHERE mention.announcement_id = wanted.id
      ORDER BY nullif(mention.take, '') IS NULL, mention.created_at DESC, source.id
      LIMIT ${SHOWN_TAKES}
    ) AS shown
    ORDER BY shown.take IS NULL, shown.created_at DESC, shown.id`;
}

/** What others marked, where the viewer may see it. */
function readOthers(viewer: TeamViewer, ids: string[]): Promise<(Said & About)[]> {
  return db().$queryRaw<(Said & About)[]>`
    SELECT wanted.id AS about, person.id AS "personId", person.name, said.choice::text AS choice, said.note
    FROM unnest(${ids}::uuid[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT vote.* FROM ${seenVotes(viewer)} AS vote
      WHERE vote.announcement_id = wanted.id AND vote.person_id <> ${viewer.personId}::uuid
      ORDER BY vote.note = '', vote.updated_at DESC, vote.person_id
      LIMIT ${SHOWN_OTHERS}
    ) AS said
    JOIN person ON person.id = said.person_id
    ORDER BY said.note = '', said.updated_at DESC, said.person_id`;
}

function of<T extends About>(rows: readonly T[], id: string): T[] {
  return rows.filter(({ about }) => about === id);
}

const figuresSchema = z.array(z.object({ text: z.string() }));

/** Which announcement a row is about. */
type About = { about: string };

type FactRow = TallyColumns & {
  id: string;
  slug: string;
  title: string;
  summary: string;
  category: Category;
  availability: Availability;
  figures: unknown;
  serviceSlugs: string[];
  serviceNames: string[];
  mentions: number;
  comments: number;
  choice: Choice | null;
  note: string | null;
  lean: Lean | null;
  decision: Choice | null;
};
