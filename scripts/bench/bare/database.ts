import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient } from "../../../lib/db/generated/client";

export type Row = {
  id: string;
  slug: string;
  title: string;
  category: string;
  availability: string;
  services: string[];
  mentions: number;
  comments: number;
  adopt: number;
  investigate: number;
  ignore: number;
  lean: string | null;
  mine: string | null;
  note: string | null;
};

const prepared = new Map<string, string>();

/** One statement name for each text, as the app does: the floor is to be a fair one. */
function statementName({ sql }: { sql: string }): string {
  const known = prepared.get(sql) ?? `bare${prepared.size}`;
  prepared.set(sql, known);
  return known;
}

const adapter = new PrismaPg(
  { connectionString: process.env.DATABASE_URL, max: 5 },
  { statementNameGenerator: statementName },
);

export const prisma = new PrismaClient({ adapter });

/** The first 50 rows of a conference as the board shows them, with the tally and one person's mark. */
export function firstRows(teamId: string, conferenceId: string, personId: string): Promise<Row[]> {
  return prisma.$queryRaw<Row[]>`
    SELECT a.id, a.slug, a.title, a.category, a.availability::text, a.service_names AS services,
      a.mention_count AS mentions, coalesce(t.comments, 0) AS comments, coalesce(t.adopt, 0) AS adopt,
      coalesce(t.investigate, 0) AS investigate, coalesce(t.ignore, 0) AS ignore, t.lean, v.choice::text AS mine, v.note
    FROM (
      SELECT * FROM announcement WHERE conference_id = ${conferenceId}::uuid ORDER BY category, title, id LIMIT 50
    ) a
    LEFT JOIN tally t ON t.team_id = ${teamId}::uuid AND t.announcement_id = a.id
    LEFT JOIN vote v ON v.team_id = ${teamId}::uuid AND v.announcement_id = a.id AND v.person_id = ${personId}::uuid
    ORDER BY a.category, a.title, a.id`;
}
