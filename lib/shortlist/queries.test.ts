import { describe, expect, it } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import {
  createAnnouncement,
  createConference,
  createMember,
  createPerson,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { everythingExported } from "@/lib/testing/exported";
import { createTeamViewer } from "@/lib/testing/viewers";

import { readShortlist, SHOWN_ROWS } from "./queries";
import type { ShortlistRow } from "./types";

async function setUp() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const conference = await createConference();
  return { team, lead, conference };
}

function vote(viewer: TeamViewer, announcementId: string, note = "") {
  return createVote({ teamId: viewer.teamId, announcementId, personId: viewer.personId, note });
}

async function decide(viewer: TeamViewer, announcementId: string, reason = "") {
  const ids = { teamId: viewer.teamId, announcementId, decidedById: viewer.personId };
  await testDb().decision.create({ data: { ...ids, choice: "adopt", reason } });
}

describe("readShortlist", () => {
  it("lists what is decided and what leans, with marks, notes, reason and the best link", async () => {
    const { team, lead, conference } = await setUp();
    await createMember({ team });
    const conferenceId = conference.id;
    const decided = await createAnnouncement({ conferenceId, title: "Decided", services: ["Widget Store"] });
    const leaning = await createAnnouncement({ conferenceId, title: "Leaning" });
    await decide(lead, decided.id, "Half the price.");
    await vote(lead, leaning.id, "Worth it.");
    await testDb().announcementLink.create({
      data: { announcementId: decided.id, url: "https://vendor.example/x", canonicalUrl: "x" },
    });

    const shortlist = await readShortlist(lead, conference.slug);

    expect(shortlist).toMatchObject({ members: 2, totals: { decided: 1, leaning: 1 } });
    expect(shortlist?.decided).toMatchObject([
      {
        title: "Decided",
        services: ["Widget Store"],
        decision: { reason: "Half the price.", delivery: "planned", owner: null },
        link: "https://vendor.example/x",
        unmarked: 2,
        address: expect.stringMatching(new RegExp(`^http.*/teams/${team.slug}/announcements/${decided.slug}$`)),
      },
    ]);
    expect(shortlist?.leaning).toMatchObject([
      {
        title: "Leaning",
        tally: { adopt: 1, investigate: 0, ignore: 0 },
        unmarked: 1,
        notes: [{ name: lead.name, choice: "adopt", note: "Worth it." }],
      },
    ]);
  });

  it("knows nothing of other teams and other conferences", async () => {
    const { lead, conference } = await setUp();
    const other = await createTeamViewer({ role: "lead" });
    const announcement = await createAnnouncement({ conferenceId: conference.id });
    await vote(other, announcement.id, "Between us.");
    await decide(other, announcement.id, "Between us.");
    await vote(lead, (await createAnnouncement()).id);

    expect(await readShortlist(lead, conference.slug)).toMatchObject({
      decided: [],
      leaning: [],
      totals: { decided: 0, leaning: 0 },
    });
    expect(await readShortlist(lead, "no-such-conference")).toBeNull();
  });

  it("shows two hundred and says how many there are", async () => {
    const { lead, conference } = await setUp();
    await testDb().announcement.createMany({
      data: Array.from({ length: SHOWN_ROWS + 5 }, (_, index) => ({
        conferenceId: conference.id,
        slug: `${conference.slug}-${index}`,
        title: `Widget ${index}`,
        category: "compute",
      })),
    });
    await testDb().$executeRaw`
      INSERT INTO vote (team_id, announcement_id, person_id, choice)
      SELECT ${lead.teamId}::uuid, id, ${lead.personId}::uuid, 'adopt' FROM announcement
      WHERE conference_id = ${conference.id}::uuid`;

    const shortlist = await readShortlist(lead, conference.slug);

    expect(shortlist?.leaning).toHaveLength(SHOWN_ROWS);
    expect(shortlist?.totals.leaning).toBe(SHOWN_ROWS + 5);
    expect(await exported(lead, conference.slug)).toHaveLength(SHOWN_ROWS + 5);
  });
});

describe("the shortlist of an export", () => {
  it("holds every note, adopts first, where the page shows three", async () => {
    const { team, lead, conference } = await setUp();
    const { id: announcementId } = await createAnnouncement({ conferenceId: conference.id });
    const names = ["Zoë, Dr.", 'Ann "A" Bee', "李雷", "Bo\nB", "Cy 🚀"];
    for (const name of names) {
      const { person } = await createMember({ team, person: await createPerson({ name }) });
      const choice = name === "李雷" ? "investigate" : "adopt";
      await createVote({
        teamId: team.id,
        announcementId,
        personId: person.id,
        choice,
        note: `${name} says, "yes"\n🚀`,
      });
    }

    const [row] = await exported(lead, conference.slug);

    expect(row?.notes.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(row?.notes.at(-1)).toEqual({ name: "李雷", choice: "investigate", note: '李雷 says, "yes"\n🚀' });
    expect((await readShortlist(lead, conference.slug))?.leaning[0]?.notes).toHaveLength(3);
  });
});

async function exported(viewer: TeamViewer, conferenceSlug: string): Promise<ShortlistRow[]> {
  return (await everythingExported(viewer, conferenceSlug))?.shortlist ?? [];
}
