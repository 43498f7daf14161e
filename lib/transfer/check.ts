import "server-only";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

import { NAMED_PROBLEMS, type Problems } from "./problems";
import type { TransferRound } from "./schema/votes";
import { staged } from "./stage";

type List = Parameters<typeof staged>[0];

/** What names an element of another list: list, member, the list it must stand in. */
const REFERENCES: readonly [List, string, "announcements" | "people"][] = [
  ["votes", "announcement", "announcements"],
  ["votes", "person", "people"],
  ["voteEvents", "announcement", "announcements"],
  ["voteEvents", "person", "people"],
  ["comments", "announcement", "announcements"],
  ["comments", "author", "people"],
  ["comments", "deletedBy", "people"],
  ["decisions", "announcement", "announcements"],
  ["decisions", "by", "people"],
  ["decisions", "owner", "people"],
  ["decisionEvents", "announcement", "announcements"],
  ["decisionEvents", "by", "people"],
  ["decisionEvents", "owner", "people"],
];

/** What no two elements of a list may have in common, and what it would mean. */
const UNIQUE: readonly [List, readonly string[], string][] = [
  ["services", ["slug"], "stands twice"],
  ["people", ["id"], "stands twice"],
  ["sources", ["id"], "stands twice"],
  ["announcements", ["id"], "stands twice"],
  ["announcements", ["slug"], "has a slug that stands twice"],
  ["votes", ["announcement", "person"], "is a second mark of this person on this announcement"],
  ["comments", ["id"], "stands twice"],
  ["decisions", ["announcement"], "is a second decision on this announcement"],
];

/** Adds to `problems` what the elements that were read say of others that are not in the file, or say twice. */
export async function checkStage(tx: Tx, round: TransferRound, problems: Problems): Promise<void> {
  for (const [list, member, target] of REFERENCES) {
    const found = await tx.$queryRaw<Row[]>`
      SELECT position, count(*) OVER ()::int AS total FROM ${staged(list)} AS given
      WHERE ${column(member)} IS NOT NULL
        AND NOT EXISTS (SELECT FROM ${staged(target)} AS named WHERE named.id = given.${column(member)})
      ORDER BY position LIMIT ${NAMED_PROBLEMS}`;
    add(problems, found, (at) => [`${list}[${at}].${member}`, `is not among the ${target} of the file`]);
  }
  for (const [list, members, message] of UNIQUE) {
    const found = await tx.$queryRaw<Row[]>`
      SELECT position, count(*) OVER ()::int AS total FROM (
        SELECT position, row_number() OVER (PARTITION BY ${columns(members)} ORDER BY position) AS nth
        FROM ${staged(list)} AS given
      ) AS numbered
      WHERE nth > 1 ORDER BY position LIMIT ${NAMED_PROBLEMS}`;
    add(problems, found, (at) => [`${list}[${at}]`, message]);
  }
  await checkAnnouncements(tx, problems);
  if (round) {
    const [known] = await tx.$queryRaw<object[]>`SELECT FROM ${staged("people")} WHERE id = ${round.openedBy}::uuid`;
    if (!known) problems.add("round.openedBy", "is not among the people of the file");
  }
}

async function checkAnnouncements(tx: Tx, problems: Problems): Promise<void> {
  const services = await tx.$queryRaw<Row[]>`
    SELECT position, count(*) OVER ()::int AS total
    FROM ${staged("announcements")} AS given, unnest(services) AS slug
    WHERE NOT EXISTS (SELECT FROM ${staged("services")} AS named WHERE named.slug = slug.slug)
    ORDER BY position LIMIT ${NAMED_PROBLEMS}`;
  add(problems, services, (at) => [`announcements[${at}].services`, "names a service that is not in the file"]);
  const mentions = await tx.$queryRaw<Row[]>`
    SELECT position, count(*) OVER ()::int AS total
    FROM ${staged("announcements")} AS given, jsonb_array_elements(mentions) AS mention
    WHERE NOT EXISTS (SELECT FROM ${staged("sources")} AS named WHERE named.id = (mention->>'source')::uuid)
    ORDER BY position LIMIT ${NAMED_PROBLEMS}`;
  add(problems, mentions, (at) => [`announcements[${at}].mentions`, "names a source that is not in the file"]);
}

type Row = { position: number; total: number };

function add(
  problems: Problems,
  rows: readonly Row[],
  say: (position: number) => [path: string, message: string],
): void {
  for (const { position } of rows) problems.add(...say(position));
  problems.total += Math.max(0, (rows[0]?.total ?? 0) - rows.length);
}

function column(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`);
}

function columns(names: readonly string[]): Prisma.Sql {
  return Prisma.join(names.map(column));
}
