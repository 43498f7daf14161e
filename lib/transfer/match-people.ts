import "server-only";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

import type { PeopleOutcome } from "./outcome";
import { staged } from "./stage";

/** As many as a page names of those who come as names alone. */
const NAMED = 20;

/**
 * Finds who the people of the file are here: named authors of the team from an earlier file first, then its members, both by
 * e-mail. Nobody outside of the team is found, whatever account they have: a lead speaks for the team alone. Whoever is
 * found nowhere becomes a named author of the team, under the file's id where it is free.
 */
export async function matchPeople(tx: Tx, teamId: string, openedBy: string | null): Promise<PeopleOutcome> {
  const people = staged("people");
  await tx.$executeRaw`
    UPDATE ${people} AS given SET here = person.id
    FROM person WHERE person.author_in = ${teamId}::uuid AND person.email = given.email`;
  await tx.$executeRaw`
    UPDATE ${people} AS given SET here = person.id
    FROM person JOIN membership ON membership.person_id = person.id AND membership.team_id = ${teamId}::uuid
    WHERE person.author_in IS NULL AND person.email = given.email AND given.here IS NULL`;
  // People of one address are one person, known by the first of them.
  await tx.$executeRaw`
    UPDATE ${people} AS given SET here = first.id, is_new = given.position = first.position
    FROM (
      SELECT DISTINCT ON (email) email, position,
        CASE WHEN EXISTS (SELECT FROM person WHERE person.id = named.id) THEN gen_random_uuid() ELSE named.id END AS id
      FROM ${people} AS named
      WHERE here IS NULL AND (id = ${openedBy}::uuid OR ${IS_NAMED})
      ORDER BY email, position
    ) AS first
    WHERE given.email = first.email AND given.here IS NULL`;
  await tx.$executeRaw`
    INSERT INTO person (id, email, name, author_in)
    SELECT here, email, name, ${teamId}::uuid FROM ${people} WHERE is_new ORDER BY position`;
  return countPeople(tx);
}

/** Whether anything in the file was done by them. */
const IS_NAMED = Prisma.join(
  [
    ["votes", "person"],
    ["voteEvents", "person"],
    ["comments", "author"],
    ["comments", "deletedBy"],
    ["decisions", "by"],
    ["decisions", "owner"],
    ["decisionEvents", "by"],
    ["decisionEvents", "owner"],
  ].map(([list, member]) => Prisma.raw(`named.id IN (SELECT "${member}" FROM "brought_${list}")`)),
  " OR ",
);

async function countPeople(tx: Tx): Promise<PeopleOutcome> {
  const [counts] = await tx.$queryRaw<Omit<PeopleOutcome, "names">[]>`
    SELECT count(DISTINCT here) FILTER (WHERE person.author_in IS NULL)::int AS members,
      count(DISTINCT here) FILTER (WHERE person.author_in IS NOT NULL AND NOT is_new)::int AS authors,
      count(*) FILTER (WHERE is_new)::int AS "newAuthors"
    FROM ${staged("people")} AS given JOIN person ON person.id = given.here`;
  const named = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM ${staged("people")} WHERE is_new ORDER BY name LIMIT ${NAMED}`;
  return { members: 0, authors: 0, newAuthors: 0, ...counts, names: named.map(({ name }) => name) };
}
