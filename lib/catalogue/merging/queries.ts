import "server-only";

import { db } from "@/lib/db/client";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { can, permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { isSlug } from "@/lib/text/slug";
import type { Choice } from "@/lib/voting/types";

import type { MergedFrom, MergePreview, Side } from "./types";

const SHOWN = 20;

/** The slug of the announcement that the one at this address was merged into; null when it was not. */
export async function readKept(_viewer: TeamViewer, slug: string): Promise<string | null> {
  if (!isSlug(slug)) return null;
  const merge = await db().merge.findUnique({
    where: { droppedSlug: slug },
    select: { kept: { select: { slug: true } } },
  });
  return merge?.kept.slug ?? null;
}

/** What was merged into an announcement, the last first, up to twenty; nothing for who may not undo it. */
export async function listMergedInto(viewer: TeamViewer, announcementId: string): Promise<MergedFrom[]> {
  if (!can(viewer, "announcement.merge")) return [];
  const rows = await db().merge.findMany({
    where: { keptId: announcementId },
    orderBy: { id: "desc" },
    take: SHOWN,
    select: { id: true, droppedTitle: true, teamId: true, mergedAt: true, mergedBy: { select: { name: true } } },
  });
  return rows.map(({ id, droppedTitle, teamId, mergedAt, mergedBy }, index) => ({
    mergeId: String(id),
    title: droppedTitle,
    by: teamId === viewer.teamId ? mergedBy.name : null,
    at: mergedAt.toISOString(),
    canUndo: index === 0,
  }));
}

/** What merging the one into the other would do, for confirmation. Other teams appear as numbers alone. */
export async function previewMerge(
  viewer: TeamViewer,
  { keep, drop }: { keep: string; drop: string },
): Promise<Result<MergePreview>> {
  const permitted = permit(viewer, "announcement.merge");
  if (!permitted.ok) return permitted;
  if (!isSlug(keep) || !isSlug(drop)) return refuseNotFound("announcement");
  if (keep === drop) return refuse("invalid", "An announcement cannot be merged with itself. Choose another.");
  const sides = await readSides([keep, drop]);
  const [kept, dropped] = [keep, drop].map((slug) => sides.find((side) => side.slug === slug));
  if (!kept || !dropped) return refuseNotFound("announcement");
  if (kept.conferenceId !== dropped.conferenceId) {
    return refuse("invalid", "They were announced at two conferences. Choose an announcement of the same conference.");
  }
  const [counts, decisions] = await Promise.all([
    readCounts(viewer, kept.id, dropped.id),
    readDecisions(viewer, kept.id, dropped.id),
  ]);
  const { both, ...rest } = counts;
  return ok({
    keep: kept,
    drop: dropped,
    marks: { moving: dropped.marks - both, both },
    comments: dropped.comments,
    ...rest,
    decision: decisions,
  });
}

function readSides(slugs: string[]): Promise<(Side & { conferenceId: string })[]> {
  return db().$queryRaw<(Side & { conferenceId: string })[]>`
    SELECT announcement.id, slug, title, service_names AS services, announcement.conference_id AS "conferenceId",
      mention_count AS sources, coalesce(sum(adopt + investigate + ignore), 0)::int AS marks,
      coalesce(sum(comments), 0)::int AS comments
    FROM announcement LEFT JOIN tally ON announcement_id = announcement.id
    WHERE slug = ANY(${slugs}) GROUP BY announcement.id`;
}

type Counts = Pick<MergePreview, "sources" | "links" | "services" | "candidates" | "otherTeams"> & { both: number };

async function readCounts({ teamId }: TeamViewer, keep: string, drop: string): Promise<Counts> {
  const [counts] = await db().$queryRaw<Counts[]>`
    WITH pair AS (SELECT ${keep}::uuid AS keep, ${drop}::uuid AS drop)
    SELECT
      (SELECT count(*) FROM vote AS one JOIN vote AS other USING (team_id, person_id)
        WHERE one.announcement_id = keep AND other.announcement_id = drop)::int AS both,
      (SELECT count(*) FROM mention AS coming WHERE announcement_id = drop AND NOT EXISTS (
        SELECT FROM mention WHERE announcement_id = keep AND source_id = coming.source_id))::int AS sources,
      (SELECT count(*) FROM announcement_link AS coming WHERE announcement_id = drop AND NOT EXISTS (
        SELECT FROM announcement_link WHERE announcement_id = keep AND canonical_url = coming.canonical_url))::int AS links,
      (SELECT count(*) FROM announcement_service AS coming WHERE announcement_id = drop AND NOT EXISTS (
        SELECT FROM announcement_service WHERE announcement_id = keep AND service_id = coming.service_id))::int AS services,
      (SELECT count(*) FROM candidate JOIN import ON import.id = import_id
        WHERE announcement_id = drop AND import.state = 'reviewing' AND import.team_id = ${teamId}::uuid)::int AS candidates,
      (SELECT count(DISTINCT tally.team_id) FROM tally
        WHERE announcement_id IN (keep, drop) AND team_id <> ${teamId}::uuid
          AND adopt + investigate + ignore + comments > 0)::int AS "otherTeams"
    FROM pair`;
  if (!counts) throw new Error("Nothing was counted.");
  return counts;
}

/** The viewer's own team's decisions on both, and how many other teams decided both. */
async function readDecisions({ teamId }: TeamViewer, keep: string, drop: string): Promise<MergePreview["decision"]> {
  const [row] = await db().$queryRaw<DecisionRow[]>`
    SELECT one.choice::text AS "keepChoice", other.choice::text AS "dropChoice",
      coalesce(other.decided_at > one.decided_at, other.decided_at IS NOT NULL) AS "isDropNewer",
      (SELECT count(*) FROM decision AS a JOIN decision AS b USING (team_id)
        WHERE a.announcement_id = ${keep}::uuid AND b.announcement_id = ${drop}::uuid AND team_id <> ${teamId}::uuid)::int AS "othersBoth"
    FROM (SELECT 1) AS always
    LEFT JOIN decision AS one ON one.announcement_id = ${keep}::uuid AND one.team_id = ${teamId}::uuid
    LEFT JOIN decision AS other ON other.announcement_id = ${drop}::uuid AND other.team_id = ${teamId}::uuid`;
  const { keepChoice, dropChoice, isDropNewer, othersBoth } = row ?? NONE;
  if (dropChoice === null) return { own: null, othersBoth };
  if (keepChoice === null) return { own: { kind: "moves", choice: dropChoice }, othersBoth };
  const [stands, gives] = isDropNewer ? [dropChoice, keepChoice] : [keepChoice, dropChoice];
  return { own: { kind: "conflict", stands, gives }, othersBoth };
}

type DecisionRow = {
  keepChoice: Choice | null;
  dropChoice: Choice | null;
  isDropNewer: boolean;
  othersBoth: number;
};

const NONE: DecisionRow = { keepChoice: null, dropChoice: null, isDropNewer: false, othersBoth: 0 };
