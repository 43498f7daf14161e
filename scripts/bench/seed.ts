import type { Client } from "pg";

/** Announcements, people, votes and comments of one installation, as large as its name says. */
export type Size = { name: "S" | "M" | "L"; announcements: number; people: number; votes: number; comments: number };

export const SIZES: readonly Size[] = [
  { name: "S", announcements: 65, people: 12, votes: 431, comments: 40 },
  { name: "M", announcements: 2_000, people: 200, votes: 100_000, comments: 20_000 },
  { name: "L", announcements: 20_000, people: 2_000, votes: 2_000_000, comments: 200_000 },
];

export const TEAM = "00000000-0000-4000-8000-0000000000a1";
export const CONFERENCE = "00000000-0000-4000-8000-0000000000c1";
/** The first person is the one who looks and votes in the measurement. */
export const PERSON = "00000000-0000-4000-8001-000000000001";

/** The id of the n-th announcement, from 1. */
export function announcementId(n: number): string {
  return `00000000-0000-4000-8002-${n.toString(16).padStart(12, "0")}`;
}

/**
 * Fills an empty, migrated database; the same rows every time. Votes and comments are written with triggers off, which
 * takes half a minute instead of many, and what their triggers keep is set here.
 */
export async function seed(client: Client, size: Size): Promise<void> {
  for (const statement of catalogue(size)) await client.query(statement);
  await client.query("SET session_replication_role = replica");
  for (const statement of opinions(size)) await client.query(statement);
  await client.query("SET session_replication_role = origin");
  await client.query("ANALYZE");
}

/** A uuid of the n-th thing of a kind, as an SQL expression over `n`. */
function uuid(kind: number, n = "n"): string {
  return `('00000000-0000-4000-800${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
}

/** Conference, people and announcements with their services and mentions, by way of the triggers. */
function catalogue({ announcements, people }: Size): string[] {
  const word = "(ARRAY['volumes','functions','clusters','queries','tables','builds','traces','keys'])[1 + n % 8]";
  const category =
    "(ARRAY['analytics','compute','containers','databases','machine-learning','security','serverless','storage'])[1 + n % 8]";
  return [
    `INSERT INTO team (id, slug, name) VALUES ('${TEAM}', 'bench', 'Bench')`,
    `INSERT INTO conference (id, slug, name) VALUES ('${CONFERENCE}', 'bench', 'Bench 2026')`,
    `INSERT INTO person (id, email, name)
     SELECT ${uuid(1)}, 'person' || n || '@example.com', 'Person ' || n FROM generate_series(1, ${people}) AS n`,
    `INSERT INTO membership (team_id, person_id, role) SELECT '${TEAM}', id, 'member' FROM person`,
    `INSERT INTO announcement (id, slug, conference_id, title, summary, category, availability, updated_at)
     SELECT ${uuid(2)}, 'announcement-' || n, '${CONFERENCE}', 'Faster ' || ${word} || ' for workload ' || n,
       'Number ' || n || ' makes ' || ${word} || ' up to ' || n % 60 || ' % cheaper to run.', ${category},
       (ARRAY['ga','preview','coming','unknown'])[1 + n % 4]::availability, now()
     FROM generate_series(1, ${announcements}) AS n`,
    `INSERT INTO service (id, slug, name)
     SELECT ${uuid(3)}, 'service-' || n, 'Service ' || n FROM generate_series(1, 40) AS n`,
    `INSERT INTO announcement_service (announcement_id, service_id)
     SELECT ${uuid(2)}, ${uuid(3, "n % 40 + 1")} FROM generate_series(1, ${announcements}) AS n`,
    `INSERT INTO source (id, title, identity)
     SELECT ${uuid(4)}, 'Recap ' || n, 'bench:' || n FROM generate_series(1, 4) AS n`,
    `INSERT INTO mention (announcement_id, source_id)
     SELECT ${uuid(2)}, ${uuid(4, "source")}
     FROM generate_series(1, ${announcements}) AS n, generate_series(1, 4) AS source WHERE source <= 1 + n % 4`,
  ];
}

/** Votes and comments, and what the database keeps of them. */
function opinions({ announcements, people, votes, comments }: Size): string[] {
  // Nobody twice on one announcement: the round moves on by one, the announcement by a stride.
  const voter = `((i / ${announcements}) + (i % ${announcements}) * 31) % ${people} + 1`;
  return [
    `INSERT INTO vote (team_id, announcement_id, person_id, choice, note)
     SELECT '${TEAM}', ${uuid(2, `(i % ${announcements}) + 1`)}, ${uuid(1, voter)},
       (ARRAY['adopt','adopt','investigate','ignore'])[1 + i % 4]::choice,
       CASE WHEN i % 3 = 0 THEN 'We should look at number ' || i ELSE '' END
     FROM generate_series(0, ${votes - 1}) AS i`,
    `INSERT INTO comment (team_id, announcement_id, author_id, body)
     SELECT '${TEAM}', ${uuid(2, `(i % ${announcements}) + 1`)}, ${uuid(1, `(i % ${people}) + 1`)}, 'Comment ' || i
     FROM generate_series(0, ${comments - 1}) AS i`,
    `INSERT INTO tally (team_id, announcement_id, conference_id, adopt, investigate, ignore, comments)
     SELECT '${TEAM}', announcement.id, announcement.conference_id, coalesce(adopt, 0), coalesce(investigate, 0), coalesce(ignore, 0), coalesce(said, 0)
     FROM announcement
     LEFT JOIN (SELECT announcement_id, count(*) FILTER (WHERE choice = 'adopt') AS adopt,
       count(*) FILTER (WHERE choice = 'investigate') AS investigate, count(*) FILTER (WHERE choice = 'ignore') AS ignore
       FROM vote GROUP BY 1) AS voted ON voted.announcement_id = announcement.id
     LEFT JOIN (SELECT announcement_id, count(*) AS said FROM comment GROUP BY 1) AS talked
       ON talked.announcement_id = announcement.id`,
    `INSERT INTO progress (team_id, conference_id, person_id, marked)
     SELECT '${TEAM}', '${CONFERENCE}', person_id, count(*) FROM vote GROUP BY person_id`,
  ];
}
