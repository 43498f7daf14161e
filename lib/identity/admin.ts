import "server-only";

import { db } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, refuseNotFound, type Result } from "@/lib/errors/problem";

import { recordAudit } from "./audit";
import { insertTeam } from "./new-rows";
import { can, permit } from "./permissions";
import { createTeamSchema, personIdSchema, setAdminSchema, type CreateTeamInput, type SetAdminInput } from "./schema";
import type { PersonViewer } from "./types";

const PAGE = 50;

export type InstallationPerson = { personId: string; name: string; email: string; isAdmin: boolean; teams: number };
export type InstallationTeam = { teamId: string; name: string; slug: string; people: number };

/** One page of a list, and what gives the next page as `after`; null on the last. */
export type Page<T> = { rows: T[]; next: string | null };

/** Everybody with an account, by name; null for those who are not admins. */
export async function listInstallationPeople(
  viewer: PersonViewer,
  { after = null }: { after?: string | null } = {},
): Promise<Page<InstallationPerson> | null> {
  if (!can(viewer, "installation.manage")) return null;
  const from = uuidOrNull(after);
  const rows = await db().$queryRaw<InstallationPerson[]>`
    SELECT id AS "personId", name, email, is_admin AS "isAdmin",
      (SELECT count(*)::int FROM membership WHERE person_id = person.id) AS teams
    FROM person
    WHERE deactivated_at IS NULL AND author_in IS NULL
      AND (${from}::uuid IS NULL OR (name, id) > (SELECT name, id FROM person WHERE id = ${from}::uuid))
    ORDER BY name, id
    LIMIT ${PAGE + 1}`;
  return pageOf(rows, ({ personId }) => personId);
}

/** Every team, by name, with how many are in it; null for those who are not admins. */
export async function listInstallationTeams(
  viewer: PersonViewer,
  { after = null }: { after?: string | null } = {},
): Promise<Page<InstallationTeam> | null> {
  if (!can(viewer, "installation.manage")) return null;
  const from = uuidOrNull(after);
  const rows = await db().$queryRaw<InstallationTeam[]>`
    SELECT id AS "teamId", name, slug, (SELECT count(*)::int FROM membership WHERE team_id = team.id) AS people
    FROM team
    WHERE ${from}::uuid IS NULL OR (name, id) > (SELECT name, id FROM team WHERE id = ${from}::uuid)
    ORDER BY name, id
    LIMIT ${PAGE + 1}`;
  return pageOf(rows, ({ teamId }) => teamId);
}

/** Makes a team whose lead the viewer is. */
export async function createTeam(viewer: PersonViewer, input: CreateTeamInput): Promise<Result<{ slug: string }>> {
  const permitted = permit(viewer, "team.create");
  if (!permitted.ok) return permitted;
  const parsed = createTeamSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { name } = parsed.data;
  const { personId } = viewer;
  return db().$transaction(async (tx) => {
    const { id, slug } = await insertTeam(tx, name);
    await tx.membership.create({ data: { teamId: id, personId, role: "lead" } });
    await recordAudit(tx, {
      viewer: { personId, teamId: id },
      action: "team.created",
      subject: { type: "team", id },
      data: { name, slug },
    });
    return ok({ slug });
  });
}

/** Makes somebody an admin, or no longer one. The last admin stays one, and of two who demote each other one remains. */
export async function setAdmin(viewer: PersonViewer, input: SetAdminInput): Promise<Result<true>> {
  const permitted = permit(viewer, "installation.manage");
  if (!permitted.ok) return permitted;
  const parsed = setAdminSchema.safeParse(input);
  if (!parsed.success) return refuseNotFound("person");
  const { personId, isAdmin } = parsed.data;
  return db().$transaction(async (tx) => {
    const admins = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM person WHERE is_admin AND deactivated_at IS NULL ORDER BY id FOR UPDATE`;
    if (!admins.some(({ id }) => id === viewer.personId)) return refuse("forbidden", "You are no longer an admin.");
    const person = await tx.person.findFirst({
      where: { id: personId, deactivatedAt: null, authorIn: null },
      select: { name: true, isAdmin: true },
    });
    if (!person) return refuseNotFound("person");
    if (person.isAdmin === isAdmin) return ok(true);
    if (!isAdmin && admins.length === 1) return refuse("conflict", LAST_ADMIN);
    await tx.person.update({ where: { id: personId }, data: { isAdmin }, select: { id: true } });
    await recordAudit(tx, {
      viewer: { personId: viewer.personId },
      action: isAdmin ? "admin.made" : "admin.unmade",
      subject: { type: "person", id: personId },
      data: { name: person.name },
    });
    return ok(true);
  });
}

const LAST_ADMIN = "Debrief needs an admin. Make somebody else an admin first.";

function uuidOrNull(after: string | null): string | null {
  const parsed = personIdSchema.safeParse({ personId: after });
  return parsed.success ? parsed.data.personId : null;
}

function pageOf<T>(rows: T[], keyOf: (row: T) => string): Page<T> {
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > PAGE && last ? keyOf(last) : null };
}
