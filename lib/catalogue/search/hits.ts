import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";
import { seenVotes } from "@/lib/voting/sight";

import { highlighter } from "./highlight";
import { askedTerms } from "./matches";
import { parseSearch, wantedTerms } from "./parse";
import { cutAround } from "./snippet";
import type { Highlighted, Range, SearchHit, Snippet } from "./types";

/** What a row of a list needs to have to be told why it was found. */
type Row = { id: string; title: string; services: readonly string[]; mine: { note: string } | null };

/**
 * The rows of a page with why a search found each: where in what the row shows, and for words that it does not show a line
 * of the text that has most of them. One statement for the page, which reads what is said of its announcements alone, as
 * far as the viewer may see it.
 */
export async function withHits<R extends Row>(
  viewer: TeamViewer,
  search: string,
  rows: readonly R[],
): Promise<(R & { hit: SearchHit })[]> {
  const ids = rows.map(({ id }) => id);
  const said = new Map((await readSaid(viewer, search, ids)).map((text) => [text.id, text]));
  const placesIn = highlighter(search);
  return rows.map((row) => {
    const text = said.get(row.id);
    const hit = {
      title: placesIn(row.title),
      services: placesIn(row.services.join(", ")),
      note: noteOf(row.mine?.note ?? "", placesIn),
      snippet: text ? { place: text.place, of: text.of, ...cutAround(text.text, placesIn(text.text)) } : null,
    };
    return { ...row, hit };
  });
}

function noteOf(text: string, placesIn: (text: string) => Range[]): Highlighted | null {
  const ranges = placesIn(text);
  return ranges.length === 0 ? null : { text, ranges };
}

/** Of each announcement the text that has most of the words which its row does not show. */
async function readSaid(viewer: TeamViewer, search: string, ids: string[]): Promise<Said[]> {
  const wanted = wantedTerms(parseSearch(search));
  if (ids.length === 0 || wanted.length === 0) return [];
  return db().$queryRaw<Said[]>`
    WITH asked AS MATERIALIZED (${askedTerms([wanted])})
    SELECT announcement.id, said.place, said.of, said.text
    FROM announcement
    CROSS JOIN LATERAL (
      SELECT array_agg(asked.n) AS missing FROM asked
      WHERE NOT EXISTS (
        SELECT FROM asked AS way WHERE way.n = asked.n AND (
          split_part(announcement.search_words, E'\\x1e', 1) LIKE way.pattern
          OR split_part(announcement.search_words, E'\\x1e', 2) LIKE way.pattern
          OR EXISTS (
            SELECT FROM ${seenVotes(viewer)} AS own
            WHERE own.announcement_id = announcement.id AND own.person_id = ${viewer.personId}::uuid
              AND own.search_words LIKE way.pattern
          )
        )
      )
    ) AS not_shown
    CROSS JOIN LATERAL (
      SELECT text.place, text.of, text.text FROM (
        SELECT 1 AS rank, 'summary' AS place, NULL AS of, announcement.summary AS text, announcement.created_at AS at,
          split_part(announcement.search_words, E'\\x1e', 3) AS words
        UNION ALL
        SELECT 2, 'decision', person.name, decision.reason, decision.decided_at, decision.search_words
        FROM decision JOIN person ON person.id = decision.decided_by_id
        WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = announcement.id
        UNION ALL
        SELECT 3, 'note', person.name, note.note, note.updated_at, note.search_words
        FROM ${seenVotes(viewer)} AS note JOIN person ON person.id = note.person_id
        WHERE note.announcement_id = announcement.id AND note.search_words IS NOT NULL
        UNION ALL
        SELECT 4, 'comment', person.name, comment.body, comment.created_at, comment.search_words
        FROM comment JOIN person ON person.id = comment.author_id
        WHERE comment.team_id = ${viewer.teamId}::uuid AND comment.announcement_id = announcement.id
          AND comment.deleted_at IS NULL
        UNION ALL
        SELECT 5, 'source', source.title, concat_ws(E'\\n', mention.take, nullif(mention.excerpt, '')), mention.created_at,
          mention.search_words
        FROM mention JOIN source ON source.id = mention.source_id WHERE mention.announcement_id = announcement.id
      ) AS text
      CROSS JOIN LATERAL (
        SELECT count(DISTINCT asked.n) AS found FROM asked
        WHERE asked.n = ANY (not_shown.missing) AND text.words LIKE asked.pattern
      ) AS has
      WHERE has.found > 0
      ORDER BY has.found DESC, text.rank, text.at DESC LIMIT 1
    ) AS said
    WHERE announcement.id = ANY (${ids}::uuid[]) AND not_shown.missing IS NOT NULL`;
}

type Said = { id: string; place: Snippet["place"]; of: string | null; text: string };
