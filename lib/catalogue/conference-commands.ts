import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { ok, refuseInvalid, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { numberedSlug, slugOf } from "@/lib/text/slug";

import { createConferenceSchema, type CreateConferenceInput } from "./conference-schema";

/** Adds a conference to the installation's catalogue; two of one name get two addresses. */
export async function createConference(
  viewer: TeamViewer,
  input: CreateConferenceInput,
): Promise<Result<{ slug: string }>> {
  const permitted = permit(viewer, "conference.create");
  if (!permitted.ok) return permitted;
  const parsed = createConferenceSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { name, startsOn, endsOn } = parsed.data;
  return db().$transaction(async (tx) => {
    await lockConferences(tx);
    const { slug } = await addConference(tx, viewer, {
      name,
      startsOn: dayOrNull(startsOn),
      endsOn: dayOrNull(endsOn ?? startsOn),
    });
    return ok({ slug });
  });
}

/** Until the transaction ends nobody else adds a conference, so that names and addresses can be looked up and taken. */
export async function lockConferences(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('conference.slug', 0))`;
}

/** Adds a conference under a free address and records who did. Conferences must be locked. */
export async function addConference(
  tx: Tx,
  viewer: TeamViewer,
  given: { name: string; startsOn: Date | null; endsOn: Date | null },
): Promise<{ id: string; slug: string }> {
  const plain = slugOf(given.name, "conference");
  const rows = await tx.conference.findMany({ where: { slug: { startsWith: plain } }, select: { slug: true } });
  const slug = numberedSlug(plain, new Set(rows.map((row) => row.slug)));
  const { id } = await tx.conference.create({ data: { ...given, slug }, select: { id: true } });
  const subject = { type: "conference", id };
  await recordAudit(tx, { viewer, action: "conference.created", subject, data: { name: given.name, slug } });
  return { id, slug };
}

/** A day is stored as its midnight in UTC. */
function dayOrNull(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
