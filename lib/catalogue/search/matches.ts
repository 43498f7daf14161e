import "server-only";

import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { seenVotes } from "@/lib/voting/sight";

import { parseSearch, type Search, type SearchTerm } from "./parse";

/** How many of the announcements that resemble a misspelt search are offered. */
const CLOSEST = 20;

/**
 * The condition that an announcement of a conference matches a search: every word begins a word, has the stem of one, or is
 * one without its signs, in the announcement, in what a source says of it, or in what they may see of the notes, comments
 * and decisions of the viewer's team. The words may be spread over these. Found through trigram indexes, never by reading
 * what does not match.
 */
export function matches(search: string, conferenceSlug: string, viewer: TeamViewer): Prisma.Sql {
  const parsed = parseSearch(search);
  if (parsed.length === 0) return Prisma.sql`false`;
  const { teamId } = viewer;
  return Prisma.sql`announcement.id IN (
    WITH asked AS MATERIALIZED (${askedTerms(parsed)}),
    hit (alternative, needed, n, is_excluded, id) AS (
      SELECT asked.alternative, asked.needed, asked.n, asked.is_excluded, own.id
      FROM asked JOIN announcement AS own ON own.search_words LIKE asked.pattern
      WHERE own.conference_id = (SELECT id FROM conference WHERE slug = ${conferenceSlug})
      UNION
      SELECT asked.alternative, asked.needed, asked.n, asked.is_excluded, mention.announcement_id
      FROM asked JOIN mention ON mention.search_words LIKE asked.pattern
      UNION
      SELECT asked.alternative, asked.needed, asked.n, asked.is_excluded, note.announcement_id
      FROM asked JOIN ${seenVotes(viewer)} AS note ON note.search_words LIKE asked.pattern
      UNION
      SELECT asked.alternative, asked.needed, asked.n, asked.is_excluded, comment.announcement_id
      FROM asked JOIN comment ON comment.search_words LIKE asked.pattern
      WHERE comment.team_id = ${teamId}::uuid AND comment.deleted_at IS NULL
      UNION
      SELECT asked.alternative, asked.needed, asked.n, asked.is_excluded, decision.announcement_id
      FROM asked JOIN decision ON decision.search_words LIKE asked.pattern
      WHERE decision.team_id = ${teamId}::uuid
      ${withoutWanted(parsed, conferenceSlug)}
    )
    ${whereAllHold()})`;
}

/** The ids of the rows whose own text has what is searched for: announcements, services, or conferences. */
export function foundNames(search: Search, table: "announcement" | "service" | "conference"): Prisma.Sql {
  return Prisma.sql`
    WITH asked AS MATERIALIZED (${askedTerms(search)}),
    hit AS (
      SELECT DISTINCT asked.alternative, asked.needed, asked.n, asked.is_excluded, own.id
      FROM asked JOIN ${Prisma.raw(table)} AS own ON own.search_words LIKE asked.pattern
    )
    ${whereAllHold()}`;
}

/**
 * How well an announcement that matches a search fits it, as a number of a few digits, the better the higher: for each word
 * whether it is in the title, a service, the rest or only in what is said of it, and there as a whole word or the beginning
 * of one; between equals the newer. Reads nothing but the announcement's own row, so that it tells nothing of hidden notes.
 */
export function relevance(search: string): Prisma.Sql {
  const terms = parseSearch(search).map((alternative) => alternative.filter(({ isExcluded }) => !isExcluded));
  return Prisma.sql`(
    WITH asked AS MATERIALIZED (${askedTerms(terms)})
    SELECT coalesce(sum(word.best), 0) + extract(epoch FROM announcement.created_at)::float8 / 1e11 FROM (
      SELECT max(CASE
        WHEN part.title LIKE asked.whole THEN 9 WHEN part.title LIKE asked.pattern THEN 8
        WHEN part.services LIKE asked.whole THEN 5 WHEN part.services LIKE asked.pattern THEN 4
        WHEN part.rest LIKE asked.whole THEN 3 WHEN part.rest LIKE asked.pattern THEN 2
        ELSE 1 END) AS best
      FROM (SELECT split_part(announcement.search_words, E'\\x1e', 1) AS title,
        split_part(announcement.search_words, E'\\x1e', 2) AS services,
        split_part(announcement.search_words, E'\\x1e', 3) AS rest OFFSET 0) AS part
      CROSS JOIN asked
      GROUP BY asked.n
    ) AS word)`;
}

/** The condition that an announcement is among those of the conference whose text most resembles a search. */
export function resembles(search: string, conferenceSlug: string): Prisma.Sql {
  return Prisma.sql`announcement.id IN (
    SELECT alike.id FROM announcement AS alike
    WHERE alike.conference_id = (SELECT id FROM conference WHERE slug = ${conferenceSlug})
      AND ${search} <% alike.search_text
    ORDER BY word_similarity(${search}, alike.search_text) DESC, alike.id LIMIT ${CLOSEST})`;
}

/** The patterns of every term, with its number and how many its alternative needs, as rows of a subquery. */
export function askedTerms(search: Search): Prisma.Sql {
  const terms = search.flatMap((alternative, index) => {
    const needed = alternative.filter(({ isExcluded }) => !isExcluded).length;
    // One letter would begin too many words to be meant as more than itself.
    const isWhole = ({ isPhrase, text }: SearchTerm) => isPhrase || Array.from(text).length === 1;
    return alternative.map((term) => ({
      ...term,
      isPhrase: isWhole(term),
      alternative: index,
      needed: Math.max(1, needed),
    }));
  });
  return Prisma.sql`
    SELECT term.alternative, term.needed, term.n, term.is_excluded, way.pattern, way.whole
    FROM unnest(${terms.map((term) => term.alternative)}::int[], ${terms.map((term) => term.needed)}::int[],
      ${terms.map(({ isExcluded }) => isExcluded)}::boolean[], ${terms.map(({ isPhrase }) => isPhrase)}::boolean[],
      ${terms.map(({ text }) => text)}::text[])
      WITH ORDINALITY AS term(alternative, needed, is_excluded, is_phrase, typed, n)
    CROSS JOIN LATERAL search_patterns(term.typed, term.is_phrase) AS way`;
}

/** Of all hits, each once, what has every term of an alternative and nothing it excludes. */
function whereAllHold(): Prisma.Sql {
  return Prisma.sql`SELECT hit.id FROM hit GROUP BY hit.alternative, hit.needed, hit.id
    HAVING count(*) FILTER (WHERE NOT hit.is_excluded) = hit.needed AND NOT bool_or(hit.is_excluded)`;
}

/** An alternative that only excludes starts from every announcement of the conference. */
function withoutWanted(search: Search, conferenceSlug: string): Prisma.Sql {
  const open = search.flatMap((terms, index) => (terms.every(({ isExcluded }) => isExcluded) ? [index] : []));
  if (open.length === 0) return Prisma.empty;
  return Prisma.sql`UNION
    SELECT alternative, 1, 0, false, every.id FROM unnest(${open}::int[]) AS alternative, announcement AS every
    WHERE every.conference_id = (SELECT id FROM conference WHERE slug = ${conferenceSlug})`;
}
