import "server-only";

import { db } from "@/lib/db/client";
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
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('conference.slug', 0))`;
    const plain = slugOf(name, "conference");
    const rows = await tx.conference.findMany({ where: { slug: { startsWith: plain } }, select: { slug: true } });
    const slug = numberedSlug(plain, new Set(rows.map((row) => row.slug)));
    const { id } = await tx.conference.create({
      data: { name, slug, startsOn: dayOrNull(startsOn), endsOn: dayOrNull(endsOn ?? startsOn) },
      select: { id: true },
    });
    const subject = { type: "conference", id };
    await recordAudit(tx, { viewer, action: "conference.created", subject, data: { name, slug } });
    return ok({ slug });
  });
}

/** A day is stored as its midnight in UTC. */
function dayOrNull(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
