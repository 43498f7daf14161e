import "server-only";

import { createHmac, timingSafeEqual } from "node:crypto";

import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, refuseNotFound, type Result } from "@/lib/errors/problem";

import { recordAudit } from "./audit";
import { insertPerson, insertTeam } from "./new-rows";
import { hashPassword } from "./password";
import { setupSchema, type SetupInput } from "./schema";
import type { SessionToken } from "./token";

/** The address that makes the first admin, or null once there is one. */
export async function setupLink(): Promise<string | null> {
  return (await hasAdmin(db())) ? null : `${config().url}/setup/${setupToken()}`;
}

/** What the set-up page should say: that it may be used, that it has been, or that its address is wrong. */
export async function setupState(token: string): Promise<"open" | "done" | "unknown"> {
  if (!isSetupToken(token)) return "unknown";
  return (await hasAdmin(db())) ? "done" : "open";
}

/** Makes the first admin and their team, whose lead they are. Of two at once, one is too late. */
export async function setUp(
  token: string,
  input: SetupInput,
): Promise<Result<{ session: SessionToken; teamSlug: string }>> {
  if (!isSetupToken(token)) return refuseNotFound("set-up link");
  const parsed = setupSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { name, email, password, team: teamName } = parsed.data;
  const passwordHash = await hashPassword(password);

  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('first admin', 0))`;
    if (await hasAdmin(tx)) return refuse("conflict", "Debrief is set up already. Sign in, or ask an admin.");
    const person = await insertPerson(tx, { name, email, passwordHash, isAdmin: true });
    if (!person) return refuse("invalid", TAKEN, { fields: { email: TAKEN } });
    const team = await insertTeam(tx, teamName);
    await tx.membership.create({ data: { teamId: team.id, personId: person.id, role: "lead" } });
    await recordAudit(tx, {
      viewer: { personId: person.id, teamId: team.id },
      action: "installation.set-up",
      subject: { type: "person", id: person.id },
      data: { name, email, team: teamName },
    });
    return ok({ session: { personId: person.id, sessionVersion: person.sessionVersion }, teamSlug: team.slug });
  });
}

const TAKEN = "Somebody has this address already. Use another.";

/** Made from the installation's secret, so that it survives restarts and needs no table. */
function setupToken(): string {
  return createHmac("sha256", config().secret).update("debrief first admin").digest("base64url");
}

function isSetupToken(token: string): boolean {
  const given = Buffer.from(token);
  const expected = Buffer.from(setupToken());
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function hasAdmin(tx: Tx): Promise<boolean> {
  const admin = await tx.person.findFirst({ where: { isAdmin: true, deactivatedAt: null }, select: { id: true } });
  return admin !== null;
}
