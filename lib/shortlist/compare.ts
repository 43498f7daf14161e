import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";
import { isSlug } from "@/lib/text/slug";
import { DECISION_COLUMN } from "@/lib/voting/decisions/columns";
import type { Decision, Delivery } from "@/lib/voting/decisions/decision";

/** Rows of each conference; the rest is on its own shortlist. */
export const COMPARED_ROWS = 200;

/** Conferences to choose from, the latest first: a team goes through a few in a year. */
const CONFERENCES = 100;

/** What became of one thing that was decided to be adopted. */
export type ComparedRow = { id: string; slug: string; title: string } & Pick<
  Decision,
  "owner" | "target" | "delivery" | "deliveryOn"
>;

/** A conference as it is compared: what the team decided to adopt of it, and what became of that. */
export type ComparedSide = {
  slug: string;
  name: string;
  adopted: number;
  deliveries: Record<Delivery, number>;
  /** Days from the decision until it was done, the median of those that say when; null while none does. */
  medianDays: number | null;
  /** The first two hundred in the lead's order. */
  rows: ComparedRow[];
};

export type Comparison = {
  here: ComparedSide;
  /** The other one; null while the team has decided nothing elsewhere. */
  other: ComparedSide | null;
  /** What else could be chosen, the latest first. */
  others: { slug: string; name: string }[];
};

/**
 * What became of what the viewer's team decided to adopt of a conference, beside another one: the one that is asked for,
 * else the last one before it of which the team adopted anything. Null when there is no such conference. Two statements.
 */
export async function readComparison(
  viewer: TeamViewer,
  conferenceSlug: string,
  otherSlug: string | null,
): Promise<Comparison | null> {
  if (!isSlug(conferenceSlug)) return null;
  const conferences = await readConferences(viewer, conferenceSlug);
  const at = conferences.findIndex(({ slug }) => slug === conferenceSlug);
  const here = conferences[at];
  if (!here) return null;
  const others = conferences.filter((one) => one !== here);
  const other = others.find(({ slug }) => slug === otherSlug) ?? others[at] ?? others.at(-1) ?? null;
  const sides = await readSides(viewer, other ? [here.id, other.id] : [here.id]);
  const sideOf = ({ id, slug, name }: ConferenceRow): ComparedSide => {
    const { sums, rows } = sides.get(id) ?? { sums: NOTHING, rows: [] };
    return { slug, name, ...sums, rows };
  };
  return {
    here: sideOf(here),
    other: other && sideOf(other),
    others: others.map(({ slug, name }) => ({ slug, name })),
  };
}

/** The conference and every other of which the team adopted anything. */
function readConferences(viewer: TeamViewer, slug: string): Promise<ConferenceRow[]> {
  return db().$queryRaw<ConferenceRow[]>`
    SELECT conference.id, conference.slug, conference.name
    FROM conference
    WHERE conference.slug = ${slug} OR conference.id IN (
      SELECT announcement.conference_id FROM decision JOIN announcement ON announcement.id = decision.announcement_id
      WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.choice = 'adopt'
    )
    ORDER BY coalesce(conference.starts_on, conference.created_at::date) DESC,
      conference.created_at DESC, conference.id
    LIMIT ${CONFERENCES}`;
}

type Sums = Pick<ComparedSide, "adopted" | "deliveries" | "medianDays">;

const NOTHING: Sums = {
  adopted: 0,
  deliveries: { planned: 0, started: 0, done: 0, dropped: 0 },
  medianDays: null,
};

async function readSides(
  viewer: TeamViewer,
  ids: readonly string[],
): Promise<Map<string, { sums: Sums; rows: ComparedRow[] }>> {
  const sides = await db().$queryRaw<SideRow[]>`
    SELECT side.id, sums.adopted, sums.deliveries, sums."medianDays", coalesce(listed.rows, '[]') AS rows
    FROM unnest(${[...ids]}::uuid[]) AS side(id)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS adopted,
        jsonb_build_object(
          'planned', count(*) FILTER (WHERE decision.delivery = 'planned'),
          'started', count(*) FILTER (WHERE decision.delivery = 'started'),
          'done', count(*) FILTER (WHERE decision.delivery = 'done'),
          'dropped', count(*) FILTER (WHERE decision.delivery = 'dropped')
        ) AS deliveries,
        -- What was done before it was decided took no day.
        percentile_cont(0.5) WITHIN GROUP (
          ORDER BY greatest(0, decision.delivery_on - (decision.decided_at AT TIME ZONE 'UTC')::date)
        ) FILTER (WHERE decision.delivery = 'done' AND decision.delivery_on IS NOT NULL) AS "medianDays"
      FROM decision JOIN announcement ON announcement.id = decision.announcement_id
      WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.choice = 'adopt'
        AND announcement.conference_id = side.id
    ) AS sums
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', id, 'slug', slug, 'title', title, 'decision', decision)
        ORDER BY place, id) AS rows
      FROM (
        SELECT announcement.id, announcement.slug, announcement.title, decision.place, ${DECISION_COLUMN}
        FROM decision JOIN announcement ON announcement.id = decision.announcement_id
        WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.choice = 'adopt'
          AND announcement.conference_id = side.id
        ORDER BY decision.place, decision.announcement_id
        LIMIT ${COMPARED_ROWS}
      ) AS first
    ) AS listed`;
  return new Map(sides.map(({ id, rows, ...sums }) => [id, { sums, rows: rows.map(comparedRow) }]));
}

function comparedRow({ decision, ...row }: ListedRow): ComparedRow {
  const { owner, target, delivery, deliveryOn } = decision;
  return { ...row, owner, target, delivery, deliveryOn };
}

type ConferenceRow = { id: string; slug: string; name: string };
type ListedRow = { id: string; slug: string; title: string; decision: Decision };
type SideRow = Sums & { id: string; rows: ListedRow[] };
