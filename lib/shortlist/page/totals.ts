import "server-only";

import { db } from "@/lib/db/client";
import { openTallies } from "@/lib/voting/sight";

import { quarterWords, WHOLE_SHORTLIST, type ShortlistFilter } from "../filter";
import { isLeaning, leavesOutLeaning } from "./leaning";
import type { FilterOption, FilterOptions, ShortlistTotals } from "./types";
import { matching, type ShortlistHead, type ShortlistReader } from "../rows";

/** Values offered of each filter: a team has as many people, and a conference hardly more services. */
const OPTIONS = 100;

/** The sums over everything the filter lets through, and what else could be filtered by: one statement. */
export async function readTotals(
  reader: ShortlistReader,
  { id, quorum }: Pick<ShortlistHead, "id" | "quorum">,
  filter: ShortlistFilter,
): Promise<{ totals: ShortlistTotals; options: FilterOptions }> {
  const { owner, quarter, service } = filter;
  const only = (asked: Partial<ShortlistFilter>) => matching({ ...WHOLE_SHORTLIST, ...asked });
  const [row] = await db().$queryRaw<[TotalsRow]>`
    WITH decided AS MATERIALIZED (
      SELECT decision.owner_id, decision.target_on, decision.effort, decision.effort_days, decision.delivery,
        announcement.service_slugs, announcement.service_names,
        coalesce(${only({ owner })}, false) AS of_owner, coalesce(${only({ quarter })}, false) AS of_quarter,
        coalesce(${only({ service })}, false) AS of_service
      FROM decision JOIN announcement ON announcement.id = decision.announcement_id
      WHERE decision.team_id = ${reader.teamId}::uuid AND decision.choice = 'adopt'
        AND announcement.conference_id = ${id}::uuid
    ),
    owners AS (
      SELECT coalesce(decided.owner_id::text, 'nobody') AS value, coalesce(person.name, 'Nobody') AS name,
        (count(*) FILTER (WHERE of_quarter AND of_service))::int AS count
      FROM decided LEFT JOIN person ON person.id = decided.owner_id
      GROUP BY decided.owner_id, person.name
      ORDER BY decided.owner_id IS NULL, person.name, decided.owner_id
      LIMIT ${OPTIONS}
    ),
    quarters AS (
      SELECT coalesce(to_char(target_on, 'YYYY"-Q"Q'), 'none') AS value,
        (count(*) FILTER (WHERE of_owner AND of_service))::int AS count
      FROM decided GROUP BY 1 ORDER BY 1 LIMIT ${OPTIONS}
    ),
    services AS (
      SELECT service.slug AS value, min(service.name) AS name,
        (count(*) FILTER (WHERE of_owner AND of_quarter))::int AS count
      FROM decided CROSS JOIN LATERAL unnest(service_slugs, service_names) AS service(slug, name)
      GROUP BY service.slug ORDER BY 2, 1 LIMIT ${OPTIONS}
    )
    SELECT listed.*,
      (SELECT count(*)::int FROM ${openTallies(reader)} AS tally
       JOIN announcement ON announcement.id = tally.announcement_id
       WHERE tally.conference_id = ${id}::uuid AND ${isLeaning(reader, quorum)} AND ${only({ service })}) AS leaning,
      (SELECT coalesce(jsonb_agg(to_jsonb(owners)), '[]') FROM owners) AS owner,
      (SELECT coalesce(jsonb_agg(to_jsonb(quarters)), '[]') FROM quarters) AS quarter,
      (SELECT coalesce(jsonb_agg(to_jsonb(services)), '[]') FROM services) AS service
    FROM (
      SELECT count(*)::int AS decided, coalesce(sum(effort_days), 0)::float8 AS days,
        (count(*) FILTER (WHERE effort_days IS NULL))::int AS "withoutDays",
        (count(*) FILTER (WHERE effort_days IS NULL AND effort IS NULL))::int AS "withoutEffort",
        jsonb_build_object(
          'S', count(*) FILTER (WHERE effort = 'S'), 'M', count(*) FILTER (WHERE effort = 'M'),
          'L', count(*) FILTER (WHERE effort = 'L'), 'XL', count(*) FILTER (WHERE effort = 'XL')
        ) AS efforts,
        jsonb_build_object(
          'planned', count(*) FILTER (WHERE delivery = 'planned'), 'started', count(*) FILTER (WHERE delivery = 'started'),
          'done', count(*) FILTER (WHERE delivery = 'done'), 'dropped', count(*) FILTER (WHERE delivery = 'dropped')
        ) AS deliveries
      FROM decided WHERE of_owner AND of_quarter AND of_service
    ) AS listed`;
  const { owner: owners, quarter: quarters, service: services, leaning, ...totals } = row;
  return {
    totals: { ...totals, leaning: leavesOutLeaning(filter) ? null : leaning },
    options: {
      owner: owners,
      quarter: quarters.map((quarter) => ({ ...quarter, name: nameOfQuarter(quarter.value) })),
      service: services,
    },
  };
}

function nameOfQuarter(value: string): string {
  return value === "none" ? "No target" : quarterWords(value);
}

type TotalsRow = Omit<ShortlistTotals, "leaning"> & {
  leaning: number;
  owner: FilterOption[];
  quarter: Omit<FilterOption, "name">[];
  service: FilterOption[];
};
