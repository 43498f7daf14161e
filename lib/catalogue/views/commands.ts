import "server-only";

import { db } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import {
  MAX_VIEWS,
  renameViewSchema,
  saveViewSchema,
  viewIdSchema,
  type RenameViewInput,
  type SaveViewInput,
  type ViewIdInput,
} from "./schema";

export type StoredView = { id: string; query: string };

/** Saves a filter under a name, for the viewer or for the team. Names are unique for their owner; there is room for twenty. */
export async function saveView(viewer: TeamViewer, input: SaveViewInput): Promise<Result<StoredView>> {
  const permitted = permit(viewer, input.isShared ? "view.share" : "team.read");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(saveViewSchema, input, {});
  if (!parsed.ok) return parsed;
  const { name, query, isShared } = parsed.value;
  const owner = isShared ? null : viewer.personId;
  return db().$transaction(async (tx) => {
    const [stored] = await tx.$queryRaw<StoredView[]>`
      INSERT INTO saved_view (team_id, person_id, name, query, position)
      SELECT ${viewer.teamId}::uuid, ${owner}::uuid, ${name}, ${query}, coalesce(max(position), 0) + 1
      FROM saved_view WHERE team_id = ${viewer.teamId}::uuid AND person_id IS NOT DISTINCT FROM ${owner}::uuid
      HAVING count(*) < ${MAX_VIEWS}
      ON CONFLICT DO NOTHING
      RETURNING id, query`;
    if (!stored) {
      const views = await tx.savedView.count({ where: { teamId: viewer.teamId, personId: owner } });
      return views < MAX_VIEWS ? refuseTaken(name) : refuse("invalid", FULL, { fields: { name: FULL } });
    }
    if (isShared) await recordShared(tx, viewer, "view.shared", stored.id, { name });
    return ok(stored);
  });
}

/** Gives the viewer's own view, or the team's, another name. */
export async function renameView(viewer: TeamViewer, input: RenameViewInput): Promise<Result<StoredView>> {
  const parsed = parseInput(renameViewSchema, input, { id: "view" });
  if (!parsed.ok) return parsed;
  const { id, name } = parsed.value;
  return change(viewer, id, async (tx, { personId, query }) => {
    const [renamed] = await tx.$queryRaw<{ id: string }[]>`
      UPDATE saved_view SET name = ${name} WHERE id = ${id}::uuid AND NOT EXISTS (
        SELECT FROM saved_view AS other
        WHERE other.team_id = saved_view.team_id AND other.person_id IS NOT DISTINCT FROM saved_view.person_id
          AND lower(other.name) = lower(${name}) AND other.id <> saved_view.id)
      RETURNING id`;
    if (!renamed) return refuseTaken(name);
    if (personId === null) await recordShared(tx, viewer, "view.renamed", id, { name });
    return ok({ id, query });
  });
}

/** Takes the viewer's own view, or the team's, away. The announcements it showed stay as they are. */
export async function deleteView(viewer: TeamViewer, input: ViewIdInput): Promise<Result<StoredView>> {
  const parsed = parseInput(viewIdSchema, input, { id: "view" });
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return change(viewer, id, async (tx, { personId, name, query }) => {
    await tx.savedView.delete({ where: { id }, select: { id: true } });
    if (personId === null) await recordShared(tx, viewer, "view.deleted", id, { name });
    return ok({ id, query });
  });
}

/** Makes the viewer's own view the team's, at the end of its views. */
export async function shareView(viewer: TeamViewer, input: ViewIdInput): Promise<Result<StoredView>> {
  const permitted = permit(viewer, "view.share");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(viewIdSchema, input, { id: "view" });
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return change(viewer, id, async (tx, { personId, name, query }) => {
    if (personId === null) return ok({ id, query });
    const ofTeam = await tx.savedView.findMany({
      where: { teamId: viewer.teamId, personId: null },
      select: { name: true, position: true },
      orderBy: { position: "asc" },
      take: MAX_VIEWS,
    });
    if (ofTeam.length >= MAX_VIEWS) return refuse("invalid", FULL_TEAM);
    if (ofTeam.some((view) => view.name.toLowerCase() === name.toLowerCase())) return refuseTaken(name);
    const position = (ofTeam.at(-1)?.position ?? 0) + 1;
    await tx.savedView.update({ where: { id }, data: { personId: null, position }, select: { id: true } });
    await recordShared(tx, viewer, "view.shared", id, { name });
    return ok({ id, query });
  });
}

type Tx = Parameters<Parameters<ReturnType<typeof db>["$transaction"]>[0]>[0];
type Owned = { personId: string | null; name: string; query: string };

/** Runs a change of a view that the viewer may change: their own, or as a lead the team's. */
async function change(
  viewer: TeamViewer,
  id: string,
  make: (tx: Tx, view: Owned) => Promise<Result<StoredView>>,
): Promise<Result<StoredView>> {
  return db().$transaction(async (tx) => {
    const [view] = await tx.$queryRaw<Owned[]>`
      SELECT person_id AS "personId", name, query FROM saved_view
      WHERE id = ${id}::uuid AND team_id = ${viewer.teamId}::uuid
        AND (person_id IS NULL OR person_id = ${viewer.personId}::uuid)
      FOR UPDATE`;
    if (!view) return refuseNotFound("view");
    const permitted = permit(viewer, view.personId === null ? "view.share" : "team.read");
    return permitted.ok ? make(tx, view) : permitted;
  });
}

const FULL = `There is room for ${MAX_VIEWS} views. Delete one, then save this one.`;
const FULL_TEAM = `The team has ${MAX_VIEWS} views, which is all there is room for. Delete one, then share this one.`;

function refuseTaken(name: string): Result<never> {
  const taken = `There is a view called “${name}” already. Choose another name.`;
  return refuse("invalid", taken, { fields: { name: taken } });
}

/** What the team's views are changes for everybody. */
async function recordShared(
  tx: Tx,
  viewer: TeamViewer,
  action: `view.${string}`,
  id: string,
  data: { name: string },
): Promise<void> {
  await recordAudit(tx, { viewer, action, subject: { type: "saved_view", id }, data });
}
