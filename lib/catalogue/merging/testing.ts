import { db } from "@/lib/db/client";
import { withClient } from "@/lib/db/connection";
import type { Announcement, Choice } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { createAnnouncement, createConference, createSource, createTeam } from "@/lib/testing/builders";
import { testDatabaseUrl } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { mergeAnnouncements } from "./commands";

/** Two announcements of one conference, and two teams: a lead each, and a member each. */
export type Scene = { one: Announcement; other: Announcement; teams: [Cast, Cast] };
export type Cast = { lead: TeamViewer; member: TeamViewer };

/** A new scene of its own, with nothing marked in it yet. */
export async function makeScene(): Promise<Scene> {
  const { id: conferenceId } = await createConference();
  const one = await createAnnouncement({ conferenceId, title: "Quieter disks", services: ["Block Disks"] });
  const other = await createAnnouncement({ conferenceId, title: "Disks, quieter", services: ["Block Disks", "Fans"] });
  return { one, other, teams: [await makeCast(), await makeCast()] };
}

async function makeCast(): Promise<Cast> {
  const team = await createTeam();
  return {
    lead: await createTeamViewer({ team, role: "lead" }),
    member: await createTeamViewer({ team }),
  };
}

/** A mark as somebody left it `minute` minutes into a day. */
export async function mark(
  { teamId, personId }: TeamViewer,
  { id: announcementId }: { id: string },
  { choice = "adopt", note = "", minute }: { choice?: Choice; note?: string; minute: number },
): Promise<void> {
  const at = atMinute(minute);
  await db().vote.create({ data: { teamId, personId, announcementId, choice, note, createdAt: at, updatedAt: at } });
}

/** A decision as a lead left it. */
export async function decide(
  { teamId, personId: decidedById }: TeamViewer,
  { id: announcementId }: { id: string },
  { choice = "adopt", minute }: { choice?: Choice; minute: number },
): Promise<void> {
  const reason = `Because of ${minute}`;
  await db().decision.create({
    data: { teamId, announcementId, decidedById, choice, reason, decidedAt: atMinute(minute) },
  });
}

/** A mention in a source, new unless given. */
export async function mention(
  { id: announcementId }: { id: string },
  given: { sourceId?: string; excerpt?: string; take?: string } = {},
): Promise<string> {
  const { sourceId = (await createSource()).id, ...said } = given;
  await db().mention.create({ data: { announcementId, sourceId, ...said } });
  return sourceId;
}

/** A link, canonical as it is. */
export async function link({ id: announcementId }: { id: string }, url: string, position = 0): Promise<void> {
  await db().announcementLink.create({ data: { announcementId, url, canonicalUrl: url, position } });
}

/** Merges `other` into `one`, as a lead. Throws when that is refused. */
export async function merge(viewer: TeamViewer, keep: { id: string }, drop: { id: string }): Promise<string> {
  const merged = await mergeAnnouncements(viewer, { keep: keep.id, drop: drop.id });
  if (!merged.ok) throw new Error(merged.problem.message);
  return merged.value.mergeId;
}

/** Every row of every table but history and audit, in a fixed order. */
export async function everyRow(): Promise<Record<string, string[]>> {
  return withClient(testDatabaseUrl(), async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
         AND tablename NOT IN ('_prisma_migrations', 'vote_event', 'audit_event') ORDER BY tablename`,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        // When pages have to look again is not given back: they have to, after a merge and after its undo.
        `SELECT (to_jsonb(r) - '{changed_at,counted_at}'::text[])::text AS row FROM "${name}" AS r ORDER BY 1`,
      );
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  });
}

/** Somebody who leads the team besides its lead. */
export async function anotherLead({ teamId }: TeamViewer): Promise<TeamViewer> {
  const team = await db().team.findUniqueOrThrow({ where: { id: teamId } });
  return createTeamViewer({ team, role: "lead" });
}

function atMinute(minute: number): Date {
  return new Date(Date.UTC(2020, 0, 2, 8, minute));
}
