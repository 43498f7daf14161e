import { createAnnouncement, createConference, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { localTime } from "./closing-time";

const HOUR = 3_600_000;

/** A team of a lead and two members, a week old, and a conference with two announcements. */
export async function setUpTeam() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const members = [await createTeamViewer({ team }), await createTeamViewer({ team })] as const;
  // They have been there for a week: who joins after a round has ended is not told of it.
  await testDb().membership.updateMany({
    where: { teamId: team.id },
    data: { createdAt: new Date(Date.now() - 7 * 24 * HOUR) },
  });
  const conference = await createConference();
  const announcements = [
    await createAnnouncement({ conferenceId: conference.id }),
    await createAnnouncement({ conferenceId: conference.id }),
  ] as const;
  return { team, lead, members, conference, announcements };
}

/** What a form says of a round that closes so many hours from now. */
export function termsIn(conference: { slug: string }, hours: number) {
  const at = Math.ceil((Date.now() + hours * HOUR) / 60_000) * 60_000;
  return { conference: conference.slug, ...localTime(at, "Asia/Tokyo"), quorum: "2", isBlind: false };
}

/** Lets the round's time pass, or come so near. */
export async function moveEnd(teamId: string, hours: number): Promise<void> {
  await testDb().round.updateMany({
    where: { teamId },
    data: { closesAt: new Date(Date.now() + hours * HOUR), timedAt: new Date(Date.now() - 100 * HOUR) },
  });
}

/** Everything people of a team were told, oldest first: whom, and of what kind. */
export async function toldIn(teamId: string): Promise<{ personId: string; kind: string }[]> {
  return testDb().notice.findMany({
    where: { teamId },
    orderBy: { id: "asc" },
    select: { personId: true, kind: true },
  });
}
