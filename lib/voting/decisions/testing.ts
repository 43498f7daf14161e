import type { Announcement } from "@/lib/db/generated/client";
import { createAnnouncement, createConference, createMember, createPerson, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import type { Decision } from "./decision";
import { readStanding } from "./stands";

/** A team with a lead and a member called Priya, and announcements of one conference. */
export async function createDecisionWorld(count = 3) {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const priya = await createPerson({ name: "Priya Nair" });
  await createMember({ team, person: priya });
  const member = { ...lead, personId: priya.id, name: priya.name, role: "member" } as const;
  const conference = await createConference();
  const announcements: Announcement[] = [];
  for (let n = 0; n < count; n += 1) {
    announcements.push(await createAnnouncement({ conferenceId: conference.id, title: `Number ${n}` }));
  }
  const idOf = (index: number) => announcements[index]?.id ?? "";

  /** What stands of an announcement in the team. */
  async function stands(index = 0): Promise<Decision | null> {
    return (await readStanding(testDb(), lead, [idOf(index)])).get(idOf(index))?.decision ?? null;
  }

  /** When the decision that stands was made, as a form sends it back. */
  async function was(index = 0): Promise<string | null> {
    return (await stands(index))?.at ?? null;
  }

  return { team, lead, member, conference, announcements, idOf, stands, was };
}
