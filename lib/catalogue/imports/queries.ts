import "server-only";

import { z } from "zod";

import { db, type Tx } from "@/lib/db/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { FORMATS } from "@/lib/recap/types";

import { candidateSelect, SKIPPED_BEFORE, toReviewCandidate } from "./candidate-rows";
import { UNSURE } from "./sure";
import { NO_COUNTS, type ImportCounts, type ImportReview, type ImportSummary, type ReviewCandidate } from "./types";

export const IMPORTS_PER_PAGE = 25;
/** A long post has about a hundred; a year's feed has thousands, and is reviewed page by page. */
export const CANDIDATES_PER_PAGE = 200;

/** More than anybody looks through; an older one is reached by typing its name. */
const CONFERENCES_OFFERED = 200;

export type ImportList = {
  imports: ImportSummary[];
  /** The id the next page starts after, null on the last. */
  after: string | null;
};

const listSelect = {
  id: true,
  title: true,
  state: true,
  createdAt: true,
  conference: { select: { slug: true, name: true } },
  createdBy: { select: { name: true } },
} as const;

/** The team's imports, newest first, a page at a time; null for somebody who may not review them. */
export async function listImports(viewer: TeamViewer, { after }: { after?: string } = {}): Promise<ImportList | null> {
  if (!can(viewer, "import.review")) return null;
  const teamId = viewer.teamId;
  const last = z.uuid().safeParse(after).success
    ? await db().import.findFirst({ where: { id: after ?? "", teamId }, select: { id: true, createdAt: true } })
    : null;
  const older = last && [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }];
  const rows = await db().import.findMany({
    where: { teamId, ...(older && { OR: older }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: IMPORTS_PER_PAGE + 1,
    select: listSelect,
  });
  const page = rows.slice(0, IMPORTS_PER_PAGE);
  const counts = await countImports(
    db(),
    page.map(({ id }) => id),
  );
  return {
    imports: page.map(({ createdBy, ...row }) => ({
      ...row,
      createdBy: createdBy.name,
      counts: counts.get(row.id) ?? NO_COUNTS,
    })),
    after: rows.length > page.length ? (page.at(-1)?.id ?? null) : null,
  };
}

/**
 * An import of the viewer's team with a page of its candidates, those after number `after` and of them `only` those still
 * open or those the reader was not sure of; what an earlier edition brought in is left out unless `known` is asked for or
 * there is nothing else. Null when it is not there, another team's, or not theirs to review.
 */
export async function readImport(
  viewer: TeamViewer,
  importId: string,
  {
    after = 0,
    known = false,
    only = "all",
  }: { after?: number; known?: boolean; only?: "all" | "open" | "unsure" } = {},
): Promise<ImportReview | null> {
  if (!can(viewer, "import.review") || !z.uuid().safeParse(importId).success) return null;
  const counts = (await countImports(db(), [importId])).get(importId) ?? NO_COUNTS;
  const withKnown = known || counts.known === counts.found;
  const found = await db().import.findFirst({
    where: { id: importId, teamId: viewer.teamId },
    include: {
      conference: { select: { slug: true, name: true } },
      candidates: {
        where: {
          position: { gt: after },
          ...NARROWED[only],
          ...(!withKnown && only !== "open" && { resolution: { not: "known" } }),
        },
        orderBy: { position: "asc" },
        take: CANDIDATES_PER_PAGE + 1,
        select: candidateSelect,
      },
    },
  });
  if (!found) return null;
  const { id, title, state, conference, createdAt, author, url, publishedOn, publishedAt, text } = found;
  const candidates = found.candidates.slice(0, CANDIDATES_PER_PAGE).map(toReviewCandidate);
  return {
    ...{ id, title, state, conference, createdAt, author, url, publishedOn, publishedAt, text },
    teamSlug: viewer.teamSlug,
    format: format.parse(found.format),
    counts,
    candidates,
    after: found.candidates.length > candidates.length ? (candidates.at(-1)?.number ?? null) : null,
  };
}

const NARROWED = { all: {}, open: { resolution: "open" }, unsure: { confidence: { lt: UNSURE } } } as const;

/** One candidate as it is stored now; null when it is not there or not theirs to review. */
export async function readCandidate(viewer: TeamViewer, candidateId: string): Promise<ReviewCandidate | null> {
  if (!can(viewer, "import.review") || !z.uuid().safeParse(candidateId).success) return null;
  const row = await db().candidate.findFirst({
    where: { id: candidateId, import: { teamId: viewer.teamId } },
    select: candidateSelect,
  });
  return row && toReviewCandidate(row);
}

/** The conferences a post can be read in for, the latest first. */
export async function listConferences(viewer: TeamViewer): Promise<{ slug: string; name: string }[]> {
  if (!can(viewer, "import.create")) return [];
  return db().conference.findMany({
    orderBy: [{ startsOn: { sort: "desc", nulls: "first" } }, { name: "asc" }],
    take: CONFERENCES_OFFERED,
    select: { slug: true, name: true },
  });
}

/** How the candidates of each import stand, in one statement; an import without candidates is left out. */
export async function countImports(tx: Tx, importIds: string[]): Promise<Map<string, ImportCounts>> {
  const rows = await tx.$queryRaw<(ImportCounts & { importId: string })[]>`
    SELECT import_id AS "importId", count(*)::int AS found,
      count(*) FILTER (WHERE resolution = 'create')::int AS created,
      count(*) FILTER (WHERE resolution = 'merge')::int AS merged,
      count(*) FILTER (WHERE resolution = 'skip')::int AS skipped,
      count(*) FILTER (WHERE resolution = 'skip' AND starts_with(match_reason, ${SKIPPED_BEFORE}))::int AS "skippedBefore",
      count(*) FILTER (WHERE resolution = 'known')::int AS known,
      count(*) FILTER (WHERE resolution = 'open')::int AS left
    FROM candidate WHERE import_id = ANY(${importIds}::uuid[]) GROUP BY import_id`;
  return new Map(rows.map(({ importId, ...counts }) => [importId, counts]));
}

const format = z.enum(FORMATS).catch("text");
