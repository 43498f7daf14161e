import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import { editDistance } from "./edit-distance";
import { matches } from "./matches";
import { parseSearch, wantedTerms } from "./parse";

/** How many words like a misspelt one are compared with it. */
const COMPARED = 40;
const SHORTEST = 3;

/**
 * A search that found nothing in a conference as it was probably meant: words that nobody uses there are replaced by the
 * closest one that its announcements use. Null when there is none, or when that would find nothing either.
 */
export async function suggestSearch(
  search: string,
  conferenceSlug: string,
  viewer: TeamViewer,
): Promise<string | null> {
  const meant = await spelledRight(search, conferenceSlug, viewer);
  if (meant === null) return null;
  const [found] = await db().$queryRaw<unknown[]>`
    SELECT FROM announcement WHERE announcement.conference_id = (SELECT id FROM conference WHERE slug = ${conferenceSlug})
      AND ${matches(meant, conferenceSlug, viewer)} LIMIT 1`;
  return found ? meant : null;
}

async function spelledRight(search: string, conferenceSlug: string, viewer: TeamViewer): Promise<string | null> {
  const words = wantedTerms(parseSearch(search)).filter(({ text, isPhrase }) => !isPhrase && text.length >= SHORTEST);
  if (words.length === 0) return null;
  const conference = Prisma.sql`(SELECT id FROM conference WHERE slug = ${conferenceSlug})`;
  const like = await db().$queryRaw<{ typed: string; words: string[] }[]>`
    SELECT term.typed, ARRAY(
      SELECT known.word FROM search_word AS known
      WHERE known.conference_id = ${conference}
        AND (known.word % lower(term.typed) OR known.word LIKE term.beginning)
      ORDER BY similarity(known.word, lower(term.typed)) DESC, known.word LIMIT ${COMPARED}
    ) AS words
    FROM unnest(${words.map(({ text }) => text)}::text[], ${words.map(({ text }) => beginning(text))}::text[])
      AS term(typed, beginning)
    WHERE NOT EXISTS (
      SELECT FROM search_patterns(term.typed, false) AS way JOIN announcement AS own ON own.search_words LIKE way.pattern
      WHERE own.conference_id = ${conference}
    ) AND NOT EXISTS (
      SELECT FROM search_patterns(term.typed, false) AS way JOIN comment ON comment.search_words LIKE way.pattern
      WHERE comment.team_id = ${viewer.teamId}::uuid AND comment.deleted_at IS NULL
    )`;
  const meant = like.map(({ typed, words: known }) => [typed, closestOf(typed.toLowerCase(), known)] as const);
  if (meant.length === 0 || meant.some(([, word]) => word === null)) return null;
  return meant.reduce((all, [typed, word]) => all.replace(typed, () => word ?? typed), search);
}

/** A short word with one mistake shares few trigrams with what it was meant to be, but mostly its first letters. */
function beginning(typed: string): string {
  const letters = Array.from(typed.toLowerCase()).slice(0, 2).join("");
  return `${letters.replaceAll(/[\\%_]/g, "\\$&")}%`;
}

/** The word that takes the fewest mistakes to type as it was typed; null when that would be too many for its length. */
function closestOf(typed: string, words: readonly string[]): string | null {
  const most = typed.length < 5 ? 1 : typed.length < 9 ? 2 : 3;
  const measured = words
    .map((word) => ({ word, mistakes: editDistance(typed, word) }))
    .filter(({ mistakes }) => mistakes <= most)
    .toSorted((one, other) => one.mistakes - other.mistakes);
  return measured[0]?.word ?? null;
}
