import "server-only";

import { db } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, type Result } from "@/lib/errors/problem";

import { recordAudit } from "./audit";
import { hashPassword, verifyPassword } from "./password";
import { permit } from "./permissions";
import { changeNameSchema, changePasswordSchema, type ChangeNameInput, type ChangePasswordInput } from "./schema";
import { countTry, forgetTries } from "./sign-in-limits";
import type { SessionToken } from "./token";
import type { PersonViewer } from "./types";

/** Changes what the viewer is called. */
export async function changeName(viewer: PersonViewer, input: ChangeNameInput): Promise<Result<true>> {
  const permitted = permit(viewer, "account.change");
  if (!permitted.ok) return permitted;
  const parsed = changeNameSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { name } = parsed.data;
  if (name === viewer.name) return ok(true);
  await db().$transaction(async (tx) => {
    await tx.person.update({ where: { id: viewer.personId }, data: { name }, select: { id: true } });
    await recordAudit(tx, {
      viewer: { personId: viewer.personId },
      action: "person.renamed",
      subject: { type: "person", id: viewer.personId },
      data: { from: viewer.name, to: name },
    });
  });
  return ok(true);
}

/**
 * Changes the viewer's password when they know the current one, tries counted from the client's `address` as for signing
 * in. Every session ends; the answer is for the new one of this browser.
 */
export async function changePassword(
  viewer: PersonViewer,
  input: ChangePasswordInput,
  address: string,
): Promise<Result<SessionToken>> {
  const permitted = permit(viewer, "account.change");
  if (!permitted.ok) return permitted;
  const parsed = changePasswordSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { email, personId } = viewer;
  const counted = await countTry({ email, address });
  if (!counted.ok) return counted;
  const person = await db().person.findUnique({ where: { id: personId }, select: { passwordHash: true } });
  const matches = await verifyPassword(parsed.data.password, person?.passwordHash ?? null);
  if (!matches) return refuse("invalid", WRONG, { fields: { password: WRONG } });
  await forgetTries({ email, address });
  const passwordHash = await hashPassword(parsed.data.newPassword);
  return ok(await endSessions(viewer, "password.changed", { passwordHash }));
}

/** Ends every session of the viewer, this one too. */
export async function signOutEverywhere(viewer: PersonViewer): Promise<Result<true>> {
  const permitted = permit(viewer, "account.change");
  if (!permitted.ok) return permitted;
  await endSessions(viewer, "sessions.ended");
  return ok(true);
}

const WRONG = "This is not your current password.";

async function endSessions(
  { personId }: PersonViewer,
  action: "password.changed" | "sessions.ended",
  changed: { passwordHash?: string } = {},
): Promise<SessionToken> {
  return db().$transaction(async (tx) => {
    const { sessionVersion } = await tx.person.update({
      where: { id: personId },
      data: { ...changed, sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    });
    await recordAudit(tx, { viewer: { personId }, action, subject: { type: "person", id: personId } });
    return { personId, sessionVersion };
  });
}
