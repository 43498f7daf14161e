import {
  createAnnouncement,
  createConference,
  createMember,
  createPerson,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { CHOICES, type Tally } from "../types";

/** A team with a lead, its conference, and ways to have people mark and ask. */
export async function createAgendaWorld() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const conference = await createConference();
  const people: string[] = [];

  /** The nth other member of the team. */
  async function personId(index: number): Promise<string> {
    const known = people[index];
    if (known) return known;
    const { person } = await createMember({ team, person: await createPerson({ name: `Member ${index}` }) });
    people[index] = person.id;
    return person.id;
  }

  /** An announcement that others of the team marked so, with these notes by choice. */
  async function announce(
    title: string,
    tally: Partial<Tally> = {},
    notes: Partial<Record<keyof Tally, readonly string[]>> = {},
  ) {
    const announcement = await createAnnouncement({ conferenceId: conference.id, title });
    let next = 0;
    for (const choice of CHOICES) {
      for (let place = 0; place < (tally[choice] ?? 0); place++) {
        const voter = { teamId: team.id, announcementId: announcement.id, personId: await personId(next++) };
        await createVote({ ...voter, choice, note: notes[choice]?.[place] ?? "" });
      }
    }
    return announcement;
  }

  async function openRound(given: { isBlind?: boolean; quorum?: number; isClosed?: boolean } = {}) {
    const { isBlind = false, quorum = 2, isClosed = false } = given;
    await testDb().round.create({
      data: {
        teamId: team.id,
        conferenceId: conference.id,
        openedById: lead.personId,
        closesAt: new Date("2099-01-01T00:00:00Z"),
        timeZone: "Europe/London",
        quorum,
        isBlind,
        closedAt: isClosed ? new Date() : null,
      },
    });
  }

  return { team, lead, conference, personId, announce, openRound };
}
