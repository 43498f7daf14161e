import "server-only";

import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, type Result } from "@/lib/errors/problem";

import { recordAudit } from "./audit";
import { authenticate } from "./authenticate";
import { linkSecretHash } from "./link-secret";
import { insertPerson } from "./new-rows";
import { hashPassword } from "./password";
import { newPersonSchema, type NewPersonInput, type SignInInput } from "./schema";
import type { SessionToken } from "./token";
import type { PersonViewer, Role } from "./types";

/** Joins the team of a link as somebody who is signed in. Accepting twice is accepting once. */
export async function joinTeam(viewer: PersonViewer, token: string): Promise<Result<{ teamSlug: string }>> {
  return db().$transaction(async (tx) => {
    const invitation = await lockInvitation(tx, token);
    if (!invitation) return refuse("not-found", DEAD);
    const teamSlug = invitation.teamSlug;
    const where = { teamId_personId: { teamId: invitation.teamId, personId: viewer.personId } };
    // Somebody who is in the team keeps their role, and leaves the link to whom it was meant for.
    if (await tx.membership.findUnique({ where, select: { role: true } })) return ok({ teamSlug });
    if (!invitation.open) return refuse("not-found", DEAD);
    await useInvitation(tx, invitation, viewer.personId);
    return ok({ teamSlug });
  });
}

/**
 * Makes an account and joins the team of a link. A second click on the button finds the account of the first, through
 * the same limits as signing in from the client's `address` (see `addressKey`).
 */
export async function registerAndJoin(
  token: string,
  input: NewPersonInput,
  address: string,
): Promise<Result<{ session: SessionToken; teamSlug: string }>> {
  const parsed = newPersonSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { name, email, password } = parsed.data;
  const passwordHash = await hashPassword(password);

  const result = await db().$transaction(async (tx): Promise<Joined | "used" | "taken" | "dead"> => {
    const invitation = await lockInvitation(tx, token);
    if (!invitation) return "dead";
    if (!invitation.open) return invitation.acceptedById ? "used" : "dead";
    const person = await insertPerson(tx, { name, email, passwordHash });
    if (!person) return "taken";
    await useInvitation(tx, invitation, person.id);
    return { session: { personId: person.id, sessionVersion: person.sessionVersion }, teamSlug: invitation.teamSlug };
  });
  if (result === "taken") return refuse("conflict", TAKEN, { fields: { email: TAKEN } });
  if (result === "used") return secondClick(token, { email, password }, address);
  return result === "dead" ? refuse("not-found", DEAD) : ok(result);
}

const DEAD = "This invitation does not work any more. Ask a lead of the team for a new link.";
const TAKEN = "This address has an account. Sign in first; the same link then lets you join.";

type Joined = { session: SessionToken; teamSlug: string };
type Locked = {
  id: string;
  teamId: string;
  teamSlug: string;
  role: Role;
  label: string;
  acceptedById: string | null;
  open: boolean;
};

/** The invitation of a token, held until the transaction ends, so that two who come at once come one after the other. */
async function lockInvitation(tx: Tx, token: string): Promise<Locked | null> {
  const [row = null] = await tx.$queryRaw<Locked[]>`
    SELECT invitation.id, team.id AS "teamId", team.slug AS "teamSlug", invitation.role::text AS role, invitation.label,
      invitation.accepted_by_id AS "acceptedById",
      (accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()) AS open
    FROM invitation JOIN team ON team.id = invitation.team_id
    WHERE invitation.token_hash = ${linkSecretHash(token)}
    FOR UPDATE OF invitation`;
  return row;
}

async function useInvitation(tx: Tx, { id, teamId, role, label }: Locked, personId: string): Promise<void> {
  await tx.membership.create({ data: { teamId, personId, role } });
  await tx.invitation.update({ where: { id }, data: { acceptedAt: new Date(), acceptedById: personId } });
  await recordAudit(tx, {
    viewer: { personId, teamId },
    action: "invitation.accepted",
    subject: { type: "invitation", id },
    data: { role, label },
  });
}

/** Whoever used the link up and has this address and password is the one who clicked twice. */
async function secondClick(token: string, credentials: SignInInput, address: string): Promise<Result<Joined>> {
  const used = await db().invitation.findUnique({
    where: { tokenHash: linkSecretHash(token) },
    select: { acceptedById: true, team: { select: { slug: true } } },
  });
  const session = await authenticate(credentials, address);
  const same = session.ok && session.value.personId === used?.acceptedById;
  return same ? ok({ session: session.value, teamSlug: used.team.slug }) : refuse("not-found", DEAD);
}
