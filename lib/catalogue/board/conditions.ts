import "server-only";

import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { openTallies, seenTally } from "@/lib/voting/sight";
import { CHOICES } from "@/lib/voting/types";

import { matches, resembles } from "../search/matches";
import type { BoardFilter, Facet, LeanFilter } from "./filter";
import type { Match } from "./types";

/** What somebody looks at: a conference by its slug, as they may see it, through a filter. */
export type Sighted = {
  viewer: TeamViewer;
  conferenceSlug: string;
  filter: BoardFilter;
  /** The condition of the search, when there is one. */
  search: Prisma.Sql | null;
  /** How the search finds: exact unless said. */
  match?: Match;
};

/** The conference's id, looked up once for each statement. */
export function conferenceId(conferenceSlug: string): Prisma.Sql {
  return Prisma.sql`(SELECT id FROM conference WHERE slug = ${conferenceSlug})`;
}

/** The condition of a search, or null without one: that it matches as it was typed, or is among what resembles it. */
export function searchCondition(
  search: string,
  conferenceSlug: string,
  viewer: TeamViewer,
  match: Match,
): Prisma.Sql | null {
  if (search === "") return null;
  return match === "exact" ? matches(search, conferenceSlug, viewer) : resembles(search, conferenceSlug);
}

const TRUE = Prisma.sql`true`;
const UNMARKED = Prisma.sql`vote.person_id IS NULL`;
const UNDECIDED = Prisma.sql`decision.announcement_id IS NULL`;
/** What the values of this facet that are no lean ask about. */
const BY_COUNT: readonly LeanFilter[] = ["none", "below-quorum"];

/**
 * For each facet the condition that its values put on a row of `announcement`, with what `joins` joins to it; true for a
 * facet that is not used.
 */
export function facetConditions({ viewer, filter, conferenceSlug }: Sighted): Record<Facet, Prisma.Sql> {
  return {
    mine: mineCondition(filter),
    lean: filter.lean.length === 0 ? TRUE : leanCondition(filter.lean, quorum(conferenceSlug, viewer)),
    category: filter.category.length === 0 ? TRUE : Prisma.sql`announcement.category = ANY(${filter.category})`,
    availability:
      filter.availability.length === 0
        ? TRUE
        : Prisma.sql`announcement.availability = ANY(${filter.availability}::availability[])`,
    source:
      filter.source.length === 0
        ? TRUE
        : Prisma.sql`EXISTS (SELECT FROM mention WHERE mention.announcement_id = announcement.id
            AND mention.source_id = ANY(${filter.source}::uuid[]))`,
    service: filter.service.length === 0 ? TRUE : Prisma.sql`announcement.service_slugs && ${filter.service}::text[]`,
  };
}

/** The view is a filter by my own mark as well: what needs it is what I have not marked. */
function mineCondition({ view, mine }: BoardFilter): Prisma.Sql {
  const conditions: Prisma.Sql[] = view === "todo" ? [UNMARKED] : [];
  if (mine.length > 0) {
    const choices = CHOICES.filter((choice) => mine.includes(choice));
    const chosen = Prisma.sql`vote.choice = ANY(${choices}::choice[])`;
    conditions.push(mine.includes("unmarked") ? Prisma.sql`(${UNMARKED} OR ${chosen})` : chosen);
  }
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : TRUE;
}

function leanCondition(lean: readonly LeanFilter[], asked: Prisma.Sql): Prisma.Sql {
  const leans = lean.filter((value) => value !== "decided" && !BY_COUNT.includes(value));
  const standings: Prisma.Sql[] = [];
  if (leans.length > 0) standings.push(Prisma.sql`tally.lean = ANY(${leans})`);
  if (lean.includes("none")) standings.push(Prisma.sql`coalesce(counted.marks, 0) = 0`);
  if (lean.includes("below-quorum")) standings.push(Prisma.sql`coalesce(counted.marks, 0) < ${asked}`);
  const open =
    standings.length > 0 ? Prisma.sql`(${UNDECIDED} AND (${Prisma.join(standings, " OR ")}))` : Prisma.sql`false`;
  return lean.includes("decided") ? Prisma.sql`(NOT ${UNDECIDED} OR ${open})` : open;
}

/** How many marks the team's round asks for; null without a round. */
export function quorum(conferenceSlug: string, viewer: TeamViewer): Prisma.Sql {
  return Prisma.sql`(SELECT round.quorum FROM round WHERE round.team_id = ${viewer.teamId}::uuid
    AND round.conference_id = ${conferenceId(conferenceSlug)})`;
}

/** All that narrows the list, on rows of `announcement` with `joins`. */
export function narrowing(sighted: Sighted): Prisma.Sql[] {
  const conditions = Object.values(facetConditions(sighted)).filter((condition) => condition !== TRUE);
  return sighted.search ? [...conditions, sighted.search] : conditions;
}

/**
 * What the conditions ask about, joined to `announcement`. Rows that may be missing are joined so that a filter which asks
 * for one of them can start from the few there are, instead of looking for one beside every announcement.
 */
export function joins({ viewer, filter: { view, mine, lean } }: Sighted, { hasTally = false } = {}): Prisma.Sql {
  const joined: Prisma.Sql[] = [];
  if (view === "todo" || mine.length > 0) {
    const isNeeded = mine.length > 0 && !mine.includes("unmarked");
    joined.push(isNeeded ? onlyVoted(viewer) : ownVote(viewer));
  }
  const leans = lean.filter((value) => value !== "decided" && !BY_COUNT.includes(value));
  if (leans.length > 0 && !hasTally) {
    const kind = leans.length === lean.length ? Prisma.empty : Prisma.sql`LEFT`;
    joined.push(Prisma.sql`${kind} JOIN ${openTallies(viewer)} AS tally ON tally.announcement_id = announcement.id`);
  }
  if (lean.some((value) => BY_COUNT.includes(value))) {
    joined.push(Prisma.sql`LEFT JOIN ${seenTally(viewer)} AS counted ON counted.announcement_id = announcement.id`);
  }
  if (lean.length > 0) {
    joined.push(lean.every((value) => value === "decided") ? onlyDecided(viewer) : ownDecision(viewer));
  }
  return joined.length > 0 ? Prisma.join(joined, " ") : Prisma.empty;
}

/** Joins the viewer's mark on `announcement`, where there is one. */
export function ownVote(viewer: TeamViewer): Prisma.Sql {
  return Prisma.sql`LEFT ${onlyVoted(viewer)}`;
}

/** Joins the viewer's mark on `announcement`, and leaves out what they have not marked. */
function onlyVoted(viewer: TeamViewer): Prisma.Sql {
  return Prisma.sql`JOIN vote ON vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = announcement.id
    AND vote.person_id = ${viewer.personId}::uuid`;
}

/** Joins what the viewer's team has decided on `announcement`, where it has. */
export function ownDecision(viewer: TeamViewer): Prisma.Sql {
  return Prisma.sql`LEFT ${onlyDecided(viewer)}`;
}

/** Joins what the viewer's team has decided on `announcement`, and leaves out what is not decided. */
export function onlyDecided(viewer: TeamViewer): Prisma.Sql {
  return Prisma.sql`JOIN decision ON decision.team_id = ${viewer.teamId}::uuid
    AND decision.announcement_id = announcement.id`;
}
