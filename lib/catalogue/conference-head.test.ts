import { describe, expect, it } from "vitest";

import { createAnnouncement, createConference, createMember, createRound, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import { castVote } from "@/lib/voting/commands";
import { settleDecision } from "@/lib/voting/decisions/commands";

import { readConferenceHead } from "./conference-head";

async function world() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const member = await createTeamViewer({ team });
  const conference = await createConference({ startsOn: new Date("2030-11-30"), endsOn: new Date("2030-12-04") });
  const announcements = [];
  for (let n = 0; n < 3; n++) announcements.push(await createAnnouncement({ conferenceId: conference.id }));
  return { team, lead, member, conference, announcements };
}

describe("readConferenceHead", () => {
  it("says how far the viewer and the team are, what is split and what is shortlisted", async () => {
    const { lead, member, conference, announcements } = await world();
    const [first, second] = announcements.map(({ id }) => id);
    if (!first || !second) throw new Error("no announcements");
    await castVote(lead, { announcementId: first, choice: "adopt" });
    await castVote(member, { announcementId: first, choice: "ignore" });
    await castVote(member, { announcementId: second, choice: "adopt" });
    await settleDecision(lead, { announcementId: second, choice: "adopt", reason: "", was: "" });

    expect(await readConferenceHead(lead, conference.slug)).toEqual({
      id: conference.id,
      conference: { slug: conference.slug, name: conference.name, startsOn: "2030-11-30", endsOn: "2030-12-04" },
      counts: { total: 3, marked: 1, left: 2 },
      team: { members: 2, progress: 0.5 },
      round: null,
      canManageRound: true,
      notices: [],
      split: 1,
      shortlisted: 1,
    });
    expect(await readConferenceHead(member, conference.slug)).toMatchObject({ canManageRound: false });
  });

  it("tells the round, and no split that is hidden", async () => {
    const { team, lead, member, conference, announcements } = await world();
    await createMember({ team });
    const given = { teamId: team.id, conferenceId: conference.id, openedById: lead.personId };
    const round = await createRound({ ...given, isBlind: true, quorum: 2 });
    const id = announcements[0]?.id ?? "";
    await castVote(member, { announcementId: id, choice: "ignore" });
    await castVote(await createTeamViewer({ team }), { announcementId: id, choice: "adopt" });

    expect(await readConferenceHead(lead, conference.slug)).toMatchObject({
      round: { state: "open", closesAt: round.closesAt.toISOString(), closedAt: null, quorum: 2, isBlind: true },
      split: 0,
    });
    expect(await readConferenceHead(member, conference.slug)).toMatchObject({ split: 1 });

    await testDb().round.update({ where: { id: round.id }, data: { closesAt: new Date(0) } });
    const closed = { state: "closed", closedAt: new Date(0).toISOString() };
    expect(await readConferenceHead(lead, conference.slug)).toMatchObject({ round: closed, split: 1 });
  });

  it("is null where there is no such conference", async () => {
    const { lead } = await world();
    expect(await readConferenceHead(lead, "nowhere")).toBeNull();
    expect(await readConferenceHead(lead, "'; DROP TABLE vote; --")).toBeNull();
  });
});
