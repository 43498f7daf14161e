import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

/** Whoever comes back to the page sooner is still here: a reload must not wipe what they have not read yet. */
const PAUSE = Prisma.sql`interval '30 minutes'`;

/** A page that is reloaded all the time is written down once a minute. */
const SELDOM = Prisma.sql`interval '1 minute'`;

/** Where the visit before this one ended: when the viewer last looked, unless that was a moment ago. */
const SINCE = Prisma.sql`CASE WHEN here_at < now() - ${PAUSE} THEN here_at ELSE since_at END`;

/** Since when the viewer has not been on the page of the team; null when they never have before this visit. */
export async function sinceWhen({ teamId, personId }: TeamViewer): Promise<Date | null> {
  const [row] = await db().$queryRaw<{ since: Date | null }[]>`
    SELECT ${SINCE} AS since FROM membership WHERE team_id = ${teamId}::uuid AND person_id = ${personId}::uuid`;
  return row?.since ?? null;
}

/** Notes that the viewer is on the page of the team. */
export async function noteHere({ teamId, personId }: TeamViewer): Promise<void> {
  await db().$executeRaw`
    UPDATE membership SET since_at = ${SINCE}, here_at = now()
    WHERE team_id = ${teamId}::uuid AND person_id = ${personId}::uuid
      AND (here_at IS NULL OR here_at < now() - ${SELDOM})`;
}
