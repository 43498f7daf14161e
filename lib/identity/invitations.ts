import "server-only";

import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { ok, refuseInvalid, refuseNotFound, type Result } from "@/lib/errors/problem";

import { recordAudit } from "./audit";
import { linkSecretHash, newLinkSecret } from "./link-secret";
import { can, permit } from "./permissions";
import { invitationIdSchema, inviteSchema, type InviteInput } from "./schema";
import type { Role, TeamViewer } from "./types";

/** A week: long enough for holidays to end, short enough that a forgotten link is dead. */
const VALID_DAYS = 7;

/** More open invitations than this are a mistake; the newest are shown. */
const OPEN_LIMIT = 100;

export type OpenInvitation = {
  id: string;
  role: Role;
  label: string;
  invitedBy: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
};

/** What somebody who holds a link may know before they accept. */
export type Invited = { teamSlug: string; teamName: string; role: Role; invitedBy: string };

/** Why a link does not work. Unknown and malformed are one. */
export type DeadLink = "used" | "expired" | "revoked" | "unknown";

/** Makes a link into the viewer's team; it is told this once, and only its hash is kept. */
export async function invite(viewer: TeamViewer, input: InviteInput): Promise<Result<{ id: string; link: string }>> {
  const permitted = permit(viewer, "people.manage");
  if (!permitted.ok) return permitted;
  const parsed = inviteSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { role, label } = parsed.data;
  const token = newLinkSecret();

  const id = await db().$transaction(async (tx) => {
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO invitation (token_hash, team_id, role, label, invited_by_id, expires_at)
      VALUES (${linkSecretHash(token)}, ${viewer.teamId}::uuid, ${role}::role, ${label}, ${viewer.personId}::uuid,
        now() + make_interval(days => ${VALID_DAYS}::int))
      RETURNING id`;
    if (!made) throw new Error("An insert gave no row back.");
    await recordAudit(tx, {
      viewer,
      action: "invitation.made",
      subject: { type: "invitation", id: made.id },
      data: { role, label },
    });
    return made.id;
  });
  return ok({ id, link: `${config().url}/invitations/${token}` });
}

/** The viewer's team's invitations that still work, newest first; none for those who may not manage people. */
export async function openInvitations(viewer: TeamViewer): Promise<OpenInvitation[]> {
  if (!can(viewer, "people.manage")) return [];
  const rows = await db().$queryRaw<(Omit<OpenInvitation, "expiresAt"> & { expiresAt: Date })[]>`
    SELECT invitation.id, invitation.role::text AS role, invitation.label, person.name AS "invitedBy",
      invitation.expires_at AS "expiresAt"
    FROM invitation JOIN person ON person.id = invitation.invited_by_id
    WHERE invitation.team_id = ${viewer.teamId}::uuid AND invitation.accepted_at IS NULL
      AND invitation.revoked_at IS NULL AND invitation.expires_at > now()
    ORDER BY invitation.created_at DESC, invitation.id
    LIMIT ${OPEN_LIMIT}`;
  return rows.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() }));
}

/** Makes a link of the viewer's team useless. One that no longer works is left as it is. */
export async function revokeInvitation(viewer: TeamViewer, input: { id: string }): Promise<Result<true>> {
  const permitted = permit(viewer, "people.manage");
  if (!permitted.ok) return permitted;
  const parsed = invitationIdSchema.safeParse(input);
  if (!parsed.success) return refuseNotFound("invitation");
  const { id } = parsed.data;
  return db().$transaction(async (tx) => {
    const where = { id, teamId: viewer.teamId };
    const found = await tx.invitation.findFirst({ where, select: { label: true } });
    if (!found) return refuseNotFound("invitation");
    const { count } = await tx.invitation.updateMany({
      where: { ...where, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    const subject = { type: "invitation", id };
    if (count > 0) await recordAudit(tx, { viewer, action: "invitation.revoked", subject, data: found });
    return ok(true);
  });
}

/** What a link leads to, or why it leads nowhere. */
export async function findInvitation(token: string): Promise<Invited | DeadLink> {
  const [row] = await db().$queryRaw<(Invited & { state: DeadLink | "open" })[]>`
    SELECT team.slug AS "teamSlug", team.name AS "teamName", invitation.role::text AS role, person.name AS "invitedBy",
      CASE WHEN accepted_at IS NOT NULL THEN 'used' WHEN revoked_at IS NOT NULL THEN 'revoked'
        WHEN expires_at <= now() THEN 'expired' ELSE 'open' END AS state
    FROM invitation
    JOIN team ON team.id = invitation.team_id
    JOIN person ON person.id = invitation.invited_by_id
    WHERE invitation.token_hash = ${linkSecretHash(token)}`;
  if (!row) return "unknown";
  const { state, ...invited } = row;
  return state === "open" ? invited : state;
}
