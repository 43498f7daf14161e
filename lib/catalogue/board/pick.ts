import "server-only";

import { Prisma } from "@/lib/db/generated/client";
import { openTallies } from "@/lib/voting/sight";

import { conferenceId, joins, narrowing, type Sighted } from "./conditions";
import type { BoardKey } from "./cursor";
import { NO_SERVICE } from "./cursor";
import type { Group, Sort } from "./filter";

/** The value by which a row stands, and whose it is. An announcement that nothing happened to has no tally. */
type Value = { of: "announcement" | "tally" | "found"; sql: Prisma.Sql; cast: Prisma.Sql; descending: Prisma.Sql };

const VALUE: Record<Exclude<Sort, "category">, Value> = {
  relevance: value("found", "relevance", "float8", "DESC"),
  mentions: value("announcement", "mention_count", "int4", "DESC"),
  newest: value("announcement", "created_at", "timestamptz", "DESC"),
  support: value("tally", "support", "float8", "DESC NULLS LAST"),
  disagreement: value("tally", "disagreement", "float8", "DESC NULLS LAST"),
  activity: value("tally", "last_activity_at", "timestamptz", "DESC"),
};

/** By its first service, so that an announcement stands once; by bytes, so that no locale moves what has none. */
export const FIRST_SERVICE = Prisma.sql`(coalesce(announcement.service_slugs[1], ${Prisma.raw(`'${NO_SERVICE}'`)}) COLLATE "C")`;

/**
 * Common table expressions that end in `picked (ids)`: the ids of the `size` rows that follow `key`, in their order. They
 * walk along an index and stop when the page is full: where a value may be missing or equal, range by range, and in
 * groups, group by group. No order of a whole conference is ever made.
 */
export function pickPage(sighted: Sighted, key: BoardKey | null, size: number): Prisma.Sql {
  const { sort, group } = sighted.filter;
  const limit = Prisma.raw(String(size));
  if (group === "service" || (group === "category" && sort !== "category")) {
    return walkGroups(sighted, group, key, limit);
  }
  return walkRanges(ranges(sighted, key), limit);
}

/** A stretch of the list: its rows, from FROM to ORDER BY, in one direction of one index. */
type Range = Prisma.Sql;

function ranges(sighted: Sighted, key: BoardKey | null): Range[] {
  const { sort } = sighted.filter;
  if (sort === "category") {
    const after =
      key &&
      Prisma.sql`(announcement.category, announcement.title, announcement.id)
      > (${key.values[0]}, ${key.values[1]}, ${key.id}::uuid)`;
    return [announcements(sighted, after, BY_TITLE)];
  }
  const { of, sql, cast, descending } = VALUE[sort];
  const rows = { announcement: announcements, tally: tallies, found }[of];
  const id = of === "tally" ? Prisma.sql`tally.announcement_id` : Prisma.sql`announcement.id`;
  const inOrder = Prisma.sql`${sql} ${descending}, ${id}`;
  const missing = of === "tally" ? [withoutValue(sighted, sql, key)] : [];
  if (!key) return [rows(sighted, Prisma.sql`${sql} IS NOT NULL`, inOrder), ...missing];
  const [last] = key.values;
  if (last === null) return missing;
  const at = Prisma.sql`${last}::${cast}`;
  return [
    rows(sighted, Prisma.sql`${sql} = ${at} AND ${id} > ${key.id}::uuid`, inOrder),
    rows(sighted, Prisma.sql`${sql} < ${at}`, inOrder),
    ...(of === "tally" ? [withoutValue(sighted, sql, null)] : []),
  ];
}

const BY_TITLE = Prisma.sql`announcement.category, announcement.title, announcement.id`;

function announcements(sighted: Sighted, after: Prisma.Sql | null, inOrder: Prisma.Sql): Range {
  const conditions = [
    Prisma.sql`announcement.conference_id = ${conferenceId(sighted.conferenceSlug)}`,
    ...narrowing(sighted),
    ...(after ? [after] : []),
  ];
  return Prisma.sql`FROM announcement ${joins(sighted)} WHERE ${all(conditions)} ORDER BY ${inOrder}`;
}

/** In the order of how well they fit the search. */
function found(sighted: Sighted, after: Prisma.Sql, inOrder: Prisma.Sql): Range {
  const conditions = [
    Prisma.sql`announcement.conference_id = ${conferenceId(sighted.conferenceSlug)}`,
    after,
    ...narrowing(sighted),
  ];
  return Prisma.sql`FROM found JOIN announcement ON announcement.id = found.id ${joins(sighted)}
    WHERE ${all(conditions)} ORDER BY ${inOrder}`;
}

/** In the order of the tallies that the viewer may see. */
function tallies(sighted: Sighted, after: Prisma.Sql, inOrder: Prisma.Sql): Range {
  const conditions = [
    Prisma.sql`tally.conference_id = ${conferenceId(sighted.conferenceSlug)}`,
    after,
    ...narrowing(sighted),
  ];
  return Prisma.sql`FROM ${openTallies(sighted.viewer)} AS tally JOIN announcement ON announcement.id = tally.announcement_id
    ${joins(sighted, { hasTally: true })} WHERE ${all(conditions)} ORDER BY ${inOrder}`;
}

/** What has no value that the viewer may see, at the end of the list. */
function withoutValue(sighted: Sighted, sql: Prisma.Sql, key: BoardKey | null): Range {
  const conditions = [
    Prisma.sql`announcement.conference_id = ${conferenceId(sighted.conferenceSlug)}`,
    Prisma.sql`${sql} IS NULL`,
    ...narrowing(sighted),
    ...(key ? [Prisma.sql`announcement.id > ${key.id}::uuid`] : []),
  ];
  return Prisma.sql`FROM announcement ${tallyJoin(sighted)} WHERE ${all(conditions)} ORDER BY announcement.id`;
}

function tallyJoin(sighted: Sighted): Prisma.Sql {
  return Prisma.sql`LEFT JOIN ${openTallies(sighted.viewer)} AS tally ON tally.announcement_id = announcement.id
    ${joins(sighted, { hasTally: true })}`;
}

/** One range after the other, each only as far as the page has room. */
function walkRanges(walked: Range[], limit: Prisma.Sql): Prisma.Sql {
  const steps = walked.map((range, n) => {
    const name = Prisma.raw(n === walked.length - 1 ? "picked" : `range_${n}`);
    const page = Prisma.sql`SELECT announcement.id ${range} LIMIT ${limit}`;
    if (n === 0) return Prisma.sql`${name} AS MATERIALIZED (SELECT ARRAY(${page}) AS ids)`;
    const before = Prisma.raw(`range_${n - 1}`);
    return Prisma.sql`${name} AS MATERIALIZED (
      SELECT before.ids || ARRAY(SELECT page.id FROM (${page}) AS page LIMIT ${limit} - cardinality(before.ids)) AS ids
      FROM ${before} AS before)`;
  });
  return Prisma.join(steps, ", ");
}

/**
 * From the key's group on, each group's rows in their order until the page is full. What is put in order at once is a
 * group, and the next one is found by a step along the index.
 */
function walkGroups(
  sighted: Sighted,
  group: Exclude<Group, "none">,
  key: BoardKey | null,
  limit: Prisma.Sql,
): Prisma.Sql {
  const of = group === "service" ? FIRST_SERVICE : Prisma.sql`announcement.category`;
  const conference = conferenceId(sighted.conferenceSlug);
  const within = (at: Prisma.Sql, after: BoardKey | null) =>
    Prisma.sql`SELECT announcement.id ${rowsOfGroup(sighted, Prisma.sql`${of} = ${at}`, after)} LIMIT ${limit}`;
  const first = key
    ? Prisma.sql`SELECT ${key.group}::text ${group === "service" ? Prisma.sql`COLLATE "C"` : Prisma.empty} AS at`
    : Prisma.sql`SELECT min(${of}) AS at FROM announcement WHERE conference_id = ${conference}`;
  return Prisma.sql`walked (at, ids) AS (
      SELECT first.at, ARRAY(${within(Prisma.sql`first.at`, key)}) FROM (${first}) AS first
      UNION ALL
      SELECT following.at, walked.ids || ARRAY(
        SELECT page.id FROM (${within(Prisma.sql`following.at`, null)}) AS page LIMIT ${limit} - cardinality(walked.ids))
      FROM walked CROSS JOIN LATERAL (
        SELECT min(${of}) AS at FROM announcement WHERE conference_id = ${conference} AND ${of} > walked.at
      ) AS following
      WHERE following.at IS NOT NULL AND cardinality(walked.ids) < ${limit}
    ),
    picked AS MATERIALIZED (SELECT ids FROM walked ORDER BY cardinality(ids) DESC LIMIT 1)`;
}

function rowsOfGroup(sighted: Sighted, isOfGroup: Prisma.Sql, key: BoardKey | null): Range {
  const { sort } = sighted.filter;
  const conditions = [
    Prisma.sql`announcement.conference_id = ${conferenceId(sighted.conferenceSlug)}`,
    isOfGroup,
    ...narrowing(sighted),
  ];
  if (sort === "category") {
    if (key) conditions.push(Prisma.sql`(${BY_TITLE}) > (${key.values[0]}, ${key.values[1]}, ${key.id}::uuid)`);
    return Prisma.sql`FROM announcement ${joins(sighted)} WHERE ${all(conditions)} ORDER BY ${BY_TITLE}`;
  }
  const { of, sql, cast } = VALUE[sort];
  const joined = {
    announcement: joins(sighted),
    tally: tallyOfEach(sighted),
    found: Prisma.sql`JOIN found ON found.id = announcement.id ${joins(sighted)}`,
  }[of];
  if (key) conditions.push(standsAfter(sql, cast, key));
  return Prisma.sql`FROM announcement ${joined} WHERE ${all(conditions)}
    ORDER BY ${sql} DESC NULLS LAST, announcement.id`;
}

/** Looked up for each row of the group: joined as a whole, the tallies of all groups would be read for each. */
function tallyOfEach(sighted: Sighted): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (
      SELECT * FROM ${openTallies(sighted.viewer)} AS open WHERE open.announcement_id = announcement.id LIMIT 1
    ) AS tally ON true
    ${joins(sighted, { hasTally: true })}`;
}

function standsAfter(sql: Prisma.Sql, cast: Prisma.Sql, { values: [last], id }: BoardKey): Prisma.Sql {
  const isLater = Prisma.sql`announcement.id > ${id}::uuid`;
  if (last === null) return Prisma.sql`(${sql} IS NULL AND ${isLater})`;
  const at = Prisma.sql`${last}::${cast}`;
  return Prisma.sql`(${sql} < ${at} OR (${sql} = ${at} AND ${isLater}) OR ${sql} IS NULL)`;
}

function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(conditions, " AND ");
}

function value(of: Value["of"], column: string, type: string, descending: string): Value {
  return {
    of,
    sql: Prisma.raw(`${of}.${column}`),
    cast: Prisma.raw(type),
    descending: Prisma.raw(descending),
  };
}
