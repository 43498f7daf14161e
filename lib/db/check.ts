import "server-only";

import { withClient } from "./connection";

/** Something kept that does not agree with what it is kept of. */
export type Difference = { kept: string; where: string; is: string; shouldBe: string };

// Enough to see what is wrong; a broken trigger would otherwise print every row.
const SHOWN = 20;

/**
 * Recounts everything the triggers keep and gives each difference, at most 20 for each kind. Empty when all is well.
 * Read in one snapshot, so that people may go on working meanwhile.
 */
export async function recount(url: string): Promise<Difference[]> {
  return withClient(url, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const differences: Difference[] = [];
    for (const [kept, sql] of Object.entries(RECOUNTS)) {
      const { rows } = await client.query<Omit<Difference, "kept">>(`${sql} LIMIT ${SHOWN}`);
      differences.push(...rows.map((row) => ({ kept, ...row })));
    }
    return differences;
  });
}

/** Each gives the rows that differ as (where, is, shouldBe), all text. */
const RECOUNTS = {
  "tally.adopt, investigate, ignore, comments": `
    WITH votes AS (
      SELECT team_id, announcement_id, count(*) FILTER (WHERE choice = 'adopt') AS adopt,
        count(*) FILTER (WHERE choice = 'investigate') AS investigate, count(*) FILTER (WHERE choice = 'ignore') AS ignore
      FROM vote GROUP BY team_id, announcement_id
    ), comments AS (
      SELECT team_id, announcement_id, count(*) AS comments FROM comment WHERE deleted_at IS NULL GROUP BY team_id, announcement_id
    ), counted AS (
      SELECT team_id, announcement_id, coalesce(tally.adopt, 0) AS a, coalesce(tally.investigate, 0) AS i,
        coalesce(tally.ignore, 0) AS x, coalesce(tally.comments, 0) AS c, coalesce(votes.adopt, 0) AS va,
        coalesce(votes.investigate, 0) AS vi, coalesce(votes.ignore, 0) AS vx, coalesce(comments.comments, 0) AS vc
      FROM tally FULL JOIN votes USING (team_id, announcement_id) FULL JOIN comments USING (team_id, announcement_id)
    )
    SELECT concat('team ', team_id, ', announcement ', announcement_id) AS "where",
      concat_ws(' ', a, i, x, c) AS "is", concat_ws(' ', va, vi, vx, vc) AS "shouldBe"
    FROM counted WHERE (a, i, x, c) <> (va, vi, vx, vc)`,
  "tally.conference_id": `
    SELECT concat('team ', team_id, ', announcement ', announcement_id) AS "where", tally.conference_id::text AS "is",
      announcement.conference_id::text AS "shouldBe"
    FROM tally JOIN announcement ON announcement.id = announcement_id
    WHERE tally.conference_id <> announcement.conference_id`,
  "progress.marked": `
    WITH marks AS (
      SELECT team_id, conference_id, person_id, count(*) AS marked
      FROM vote JOIN announcement ON announcement.id = announcement_id GROUP BY team_id, conference_id, person_id
    )
    SELECT concat('team ', team_id, ', conference ', conference_id, ', person ', person_id) AS "where",
      coalesce(progress.marked, 0)::text AS "is", coalesce(marks.marked, 0)::text AS "shouldBe"
    FROM progress FULL JOIN marks USING (team_id, conference_id, person_id)
    WHERE coalesce(progress.marked, 0) <> coalesce(marks.marked, 0)`,
  "conference.announcement_count": `
    SELECT conference.slug AS "where", announcement_count::text AS "is", count(announcement.id)::text AS "shouldBe"
    FROM conference LEFT JOIN announcement ON conference_id = conference.id
    GROUP BY conference.id HAVING announcement_count <> count(announcement.id)`,
  "announcement.mention_count": `
    SELECT slug AS "where", mention_count::text AS "is", count(mention.id)::text AS "shouldBe"
    FROM announcement LEFT JOIN mention ON announcement_id = announcement.id
    GROUP BY announcement.id HAVING mention_count <> count(mention.id)`,
  "announcement.service_names, service_slugs": `
    WITH services AS (
      SELECT announcement_id, array_agg(name ORDER BY position, name) AS names, array_agg(slug ORDER BY position, name) AS slugs
      FROM announcement_service JOIN service ON service.id = service_id GROUP BY announcement_id
    )
    SELECT announcement.slug AS "where", concat(service_names, service_slugs) AS "is", concat(names, slugs) AS "shouldBe"
    FROM announcement LEFT JOIN services ON announcement_id = announcement.id
    WHERE (service_names, service_slugs) IS DISTINCT FROM (coalesce(names, '{}'), coalesce(slugs, '{}'))`,
  "announcement.search_text, search_vector": `
    WITH parts AS (
      SELECT slug, title, array_to_string(service_names, ' ') AS names,
        concat_ws(' ', summary, replace(category, '-', ' ')) AS rest, search_text, search_vector
      FROM announcement
    ), made AS (
      SELECT *, lower(concat_ws(' ', title, names, rest)) AS text, setweight(to_tsvector('english', title), 'A')
        || setweight(to_tsvector('english', names), 'B') || setweight(to_tsvector('english', rest), 'C') AS vector
      FROM parts
    )
    SELECT slug AS "where", search_text AS "is", text AS "shouldBe"
    FROM made WHERE search_text <> text OR search_vector IS DISTINCT FROM vector`,
  "announcement.search_words": `
    WITH made AS (
      SELECT slug, search_words, concat_ws(E'\\x1e', search_words(title), search_words(array_to_string(service_names, ' ')),
        search_words(concat_ws(' ', summary, replace(category, '-', ' ')))) AS words
      FROM announcement
    )
    SELECT slug AS "where", search_words AS "is", words AS "shouldBe" FROM made WHERE search_words <> words`,
  // A word that no announcement has any more may stay.
  search_word: `
    SELECT announcement.slug AS "where", '' AS "is", word AS "shouldBe"
    FROM announcement, search_word_parts(announcement.search_text) AS parts(word)
    WHERE NOT EXISTS (
      SELECT FROM search_word AS known WHERE known.conference_id = announcement.conference_id AND known.word = parts.word
    )`,
};
