import "server-only";

import { Prisma } from "@/lib/db/generated/client";

/** How many of the announcements that resemble a misspelt search are offered. */
const CLOSEST = 20;

/**
 * The condition that an announcement matches a search: every word is in its text, as typed or by its stem, or the whole
 * is found by PostgreSQL's web search syntax ("quoted phrase", or, -not). The longest word stands alone in front, in the
 * form that the trigram and full-text indexes can answer; the others are checked on what it left.
 */
export function matches(search: string): Prisma.Sql {
  const words = search
    .toLowerCase()
    .split(/[\s"]+/)
    .filter(Boolean);
  const whole = Prisma.sql`announcement.search_vector @@ websearch_to_tsquery('english', ${search})`;
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), "");
  if (!longest) return whole;
  return Prisma.sql`(${whole} OR (
    (announcement.search_text LIKE ${containing(longest)}
      OR announcement.search_vector @@ plainto_tsquery('english', ${longest}))
    AND NOT EXISTS (
      SELECT FROM unnest(${words}::text[], ${words.map(containing)}::text[]) AS searched(word, pattern)
      WHERE NOT (announcement.search_text LIKE searched.pattern
        OR announcement.search_vector @@ plainto_tsquery('english', searched.word)))))`;
}

/** The condition that an announcement is among those of the conference whose text most resembles a search. */
export function resembles(search: string, conferenceSlug: string): Prisma.Sql {
  return Prisma.sql`announcement.id IN (
    SELECT alike.id FROM announcement AS alike
    WHERE alike.conference_id = (SELECT id FROM conference WHERE slug = ${conferenceSlug})
      AND ${search} <% alike.search_text
    ORDER BY word_similarity(${search}, alike.search_text) DESC, alike.id LIMIT ${CLOSEST})`;
}

function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, "\\$&")}%`;
}
