import "server-only";

import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, refuseNotFound, type Result } from "@/lib/errors/problem";

import { recordAudit } from "./audit";
import { permit } from "./permissions";
import { changeRoleSchema, personIdSchema, type ChangeRoleInput } from "./schema";
import type { Role, TeamViewer } from "./types";

const PAGE = 100;

export type Member = {
  personId: string;
  name: string;
  email: string;
  role: Role;
  /** ISO 8601, UTC. */
  joinedAt: string;
};

export type PeoplePage = {
  people: Member[];
  /** Gives the next page as `after`; null on the last. */
  next: string | null;
};

/** The people of the viewer's team by name, a hundred at a time; `after` is the last page's `next`. */
export async function listPeople(
  viewer: TeamViewer,
  { after = null }: { after?: string | null } = {},
): Promise<PeoplePage> {
  const cursor = personIdSchema.safeParse({ personId: after });
  const from = cursor.success ? cursor.data.personId : null;
  const rows = await db().$queryRaw<(Omit<Member, "joinedAt"> & { joinedAt: Date })[]>`
    SELECT person.id AS "personId", person.name, person.email, membership.role::text AS role,
      membership.created_at AS "joinedAt"
    FROM membership JOIN person ON person.id = membership.person_id
    WHERE membership.team_id = ${viewer.teamId}::uuid
      AND (${from}::uuid IS NULL OR (person.name, person.id) > (SELECT name, id FROM person WHERE id = ${from}::uuid))
    ORDER BY person.name, person.id
    LIMIT ${PAGE + 1}`;
  const people = rows.slice(0, PAGE).map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() }));
  return { people, next: rows.length > PAGE ? (people.at(-1)?.personId ?? null) : null };
}

/** How many are in the viewer's team, and how many of them lead it. */
export async function countPeople(viewer: TeamViewer): Promise<{ people: number; leads: number }> {
  const [row] = await db().$queryRaw<{ people: number; leads: number }[]>`
    SELECT count(*)::int AS people, count(*) FILTER (WHERE role = 'lead')::int AS leads
    FROM membership WHERE team_id = ${viewer.teamId}::uuid`;
  return row ?? { people: 0, leads: 0 };
}

/** Makes somebody of the viewer's team a lead or a member. The last lead stays one. */
export async function changeRole(viewer: TeamViewer, input: ChangeRoleInput): Promise<Result<true>> {
  const permitted = permit(viewer, "people.manage");
  if (!permitted.ok) return permitted;
  const parsed = changeRoleSchema.safeParse(input);
  if (!parsed.success)
    return input.role === "member" || input.role === "lead" ? refuseNotFound("person") : refuseInvalid(parsed.error);
  const { personId, role } = parsed.data;
  return asLead(viewer, async (tx, leads) => {
    const member = await findMember(tx, viewer, personId);
    if (!member) return refuseNotFound("person");
    if (member.role === role) return ok(true);
    if (role === "member" && isLast(leads, personId)) return refuse("conflict", LAST_LEAD);
    await tx.membership.update({ where: idOf(viewer, personId), data: { role } });
    const subject = { type: "person", id: personId };
    await recordAudit(tx, { viewer, action: "membership.changed", subject, data: { ...member, role } });
    return ok(true);
  });
}

/** Takes somebody out of the viewer's team. Their marks, notes and comments stay. The last lead stays too. */
export async function removeMember(viewer: TeamViewer, input: { personId: string }): Promise<Result<true>> {
  const permitted = permit(viewer, "people.manage");
  if (!permitted.ok) return permitted;
  const parsed = personIdSchema.safeParse(input);
  if (!parsed.success) return refuseNotFound("person");
  const { personId } = parsed.data;
  return asLead(viewer, async (tx, leads) => {
    const member = await findMember(tx, viewer, personId);
    if (!member) return refuseNotFound("person");
    if (isLast(leads, personId)) return refuse("conflict", LAST_LEAD);
    await tx.membership.delete({ where: idOf(viewer, personId) });
    const subject = { type: "person", id: personId };
    await recordAudit(tx, { viewer, action: "membership.removed", subject, data: member });
    return ok(true);
  });
}

const LAST_LEAD = "A team needs a lead. Make somebody else a lead first.";

/**
 * Runs a change of the team's people while nobody else changes its leads. Of two leads who remove each other at once, the
 * second finds that they lead nothing any more.
 */
async function asLead<T>(
  viewer: TeamViewer,
  change: (tx: Tx, leads: readonly string[]) => Promise<Result<T>>,
): Promise<Result<T>> {
  return db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ personId: string }[]>`
      SELECT person_id AS "personId" FROM membership
      WHERE team_id = ${viewer.teamId}::uuid AND role = 'lead'
      ORDER BY person_id FOR UPDATE`;
    const leads = rows.map(({ personId }) => personId);
    if (!leads.includes(viewer.personId)) return refuse("forbidden", "You are no longer a lead of this team.");
    return change(tx, leads);
  });
}

async function findMember(tx: Tx, viewer: TeamViewer, personId: string): Promise<{ name: string; role: Role } | null> {
  const found = await tx.membership.findUnique({
    where: idOf(viewer, personId),
    select: { role: true, person: { select: { name: true } } },
  });
  return found && { name: found.person.name, role: found.role };
}

function isLast(leads: readonly string[], personId: string): boolean {
  return leads.length === 1 && leads[0] === personId;
}

function idOf({ teamId }: TeamViewer, personId: string) {
  return { teamId_personId: { teamId, personId } };
}
