import { describe, expect, it } from "vitest";

import type { Choice } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import {
  createAnnouncement,
  createConference,
  createDecision,
  createMember,
  createRound,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { everythingExported } from "@/lib/testing/exported";
import { createTeamViewer } from "@/lib/testing/viewers";

import { readRadar, SHOWN_ITEMS } from "./queries";

async function setUp(startsOn: string | null = "2031-11-30") {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const conference = await createConference({ startsOn: startsOn && new Date(startsOn) });
  return { team, lead, conference, conferenceId: conference.id };
}

function decide(viewer: TeamViewer, announcementId: string, choice: Choice) {
  return createDecision({ teamId: viewer.teamId, announcementId, decidedById: viewer.personId, choice });
}

function vote(viewer: TeamViewer, announcementId: string, choice: Choice) {
  return createVote({ teamId: viewer.teamId, announcementId, personId: viewer.personId, choice });
}

/** A conference in which the lead decided these choices on announcements of these services. */
async function decidedBefore(
  lead: TeamViewer,
  { startsOn, ...rings }: { startsOn: string } & Partial<Record<Choice, string[]>>,
) {
  const conference = await createConference({ startsOn: new Date(startsOn), name: `Conf of ${startsOn}` });
  for (const choice of ["adopt", "investigate", "ignore"] as const) {
    for (const service of rings[choice] ?? []) {
      const made = await createAnnouncement({ conferenceId: conference.id, services: [service, "Second Service"] });
      await decide(lead, made.id, choice);
    }
  }
  return conference;
}

describe("readRadar", () => {
  it("puts into rings what was decided and what the team leans to, and says what it leaves out", async () => {
    const { team, lead, conference, conferenceId } = await setUp();
    const member = await createTeamViewer({ team });
    await createRound({ teamId: team.id, conferenceId, openedById: lead.personId, quorum: 2 });
    const make = (title: string, category = "compute") => createAnnouncement({ conferenceId, title, category });
    const [decided, leaning, split, few] = [
      await make("Decided", "security"),
      await make("Leaning"),
      await make("Split"),
      await make("Marked by one"),
    ];
    await make("Not marked");
    await decide(lead, decided.id, "ignore");
    for (const viewer of [lead, member]) await vote(viewer, leaning.id, "adopt");
    await vote(lead, split.id, "adopt");
    await vote(member, split.id, "ignore");
    await vote(lead, few.id, "adopt");

    expect(await readRadar(lead, conference.slug)).toMatchObject({
      items: [
        { number: 1, title: "Leaning", ring: "adopt", quadrant: 0, isLean: true, moved: 0 },
        { number: 2, title: "Decided", ring: "ignore", quadrant: 3, isLean: false, moved: 0 },
      ],
      total: 2,
      before: null,
      quorum: 2,
      without: { unmarked: 1, belowQuorum: 1, split: 1, hidden: 0 },
    });
    expect(await readRadar(lead, "no-such-conference")).toBeNull();
  });

  it("compares with the last conference before in which the team has a ring, by first services", async () => {
    const { lead, conference, conferenceId } = await setUp();
    await decidedBefore(lead, { startsOn: "2029-11-30", adopt: ["Alpha One"] });
    const last = await decidedBefore(lead, {
      startsOn: "2030-11-30",
      adopt: ["Alpha Out", "Alpha Same", "Alpha Both"],
      investigate: ["Alpha In", "Alpha Both"],
    });
    await createConference({ startsOn: new Date("2031-01-01") });
    await decidedBefore(lead, { startsOn: "2032-11-30", ignore: ["Alpha One"] });
    const rings = { "Alpha In": "adopt", "Alpha Out": "ignore", "Alpha Same": "adopt", "Alpha Both": "investigate" };
    for (const [service, choice] of [...Object.entries(rings), ["Alpha One", "adopt"], ["Second Service", "adopt"]]) {
      const made = await createAnnouncement({ conferenceId, title: service, services: service ? [service] : [] });
      await decide(lead, made.id, choice === "adopt" || choice === "ignore" ? choice : "investigate");
    }
    await decide(lead, (await createAnnouncement({ conferenceId, title: "Of no service" })).id, "adopt");

    const radar = await readRadar(lead, conference.slug);

    expect(radar?.before).toEqual({ slug: last.slug, name: last.name });
    expect(Object.fromEntries(radar?.items.map(({ title, moved }) => [title, moved]) ?? [])).toEqual({
      "Alpha In": 1,
      "Alpha Out": -1,
      "Alpha Same": 0,
      "Alpha Both": -1,
      "Alpha One": 2,
      "Second Service": 2,
      "Of no service": 2,
    });
    const exported = await everythingExported(lead, conference.slug);
    expect(exported?.radar.map(({ id, moved }) => [id, moved])).toEqual(
      radar?.items.map(({ id, moved }) => [id, moved]),
    );
  });

  it("takes the lean of the conference before where nothing was decided there, when enough have marked", async () => {
    const { team, lead, conference, conferenceId } = await setUp();
    const before = await createConference({ startsOn: new Date("2030-11-30") });
    await createRound({ teamId: team.id, conferenceId: before.id, openedById: lead.personId, quorum: 2 });
    const earlier = await createAnnouncement({ conferenceId: before.id, services: ["Beta Store"] });
    const now = await createAnnouncement({ conferenceId, services: ["Beta Store"] });
    await decide(lead, now.id, "adopt");
    await vote(lead, earlier.id, "ignore");

    expect(await readRadar(lead, conference.slug)).toMatchObject({ before: null, items: [{ moved: 0 }] });

    await vote(await createTeamViewer({ team }), earlier.id, "ignore");
    expect(await readRadar(lead, conference.slug)).toMatchObject({
      before: { slug: before.slug },
      items: [{ moved: 1 }],
    });
  });

  it("has nothing to compare with when nobody said when the conference began", async () => {
    const { lead, conference, conferenceId } = await setUp(null);
    await decidedBefore(lead, { startsOn: "2030-11-30", adopt: ["Gamma"] });
    await decide(lead, (await createAnnouncement({ conferenceId, services: ["Gamma"] })).id, "ignore");

    expect(await readRadar(lead, conference.slug)).toMatchObject({ before: null, items: [{ moved: 0 }] });
  });

  it("shows no lean of a blind round to who has not marked, not even as a movement later", async () => {
    const { team, lead, conference, conferenceId } = await setUp();
    const member = await createTeamViewer({ team });
    await createRound({ teamId: team.id, conferenceId, openedById: lead.personId, quorum: 1, isBlind: true });
    const { id } = await createAnnouncement({ conferenceId, services: ["Delta"] });
    await vote(member, id, "adopt");
    const next = await createConference({ startsOn: new Date("2033-11-30") });
    const there = await createAnnouncement({ conferenceId: next.id, services: ["Delta"] });
    await decide(lead, there.id, "ignore");

    expect(await readRadar(lead, conference.slug)).toMatchObject({
      items: [],
      without: { unmarked: 0, belowQuorum: 0, split: 0, hidden: 1 },
    });
    expect(await readRadar(lead, next.slug)).toMatchObject({ before: null, items: [{ moved: 0 }] });
    expect(await readRadar(member, conference.slug)).toMatchObject({ items: [{ ring: "adopt" }] });
    expect(await readRadar(member, next.slug)).toMatchObject({
      before: { slug: conference.slug },
      items: [{ moved: -1 }],
    });
  });

  it("knows nothing of other teams", async () => {
    const { lead, conference, conferenceId } = await setUp();
    const other = await createTeamViewer({ role: "lead" });
    await decidedBefore(other, { startsOn: "2030-11-30", adopt: ["Epsilon"] });
    const { id } = await createAnnouncement({ conferenceId, services: ["Epsilon"] });
    await decide(other, id, "adopt");

    expect(await readRadar(lead, conference.slug)).toMatchObject({
      items: [],
      before: null,
      without: { unmarked: 1 },
    });
  });

  it("shows a thousand, the first of every segment, and says how many there are", async () => {
    const { lead, conference, conferenceId } = await setUp();
    await testDb().announcement.createMany({
      data: Array.from({ length: SHOWN_ITEMS + 20 }, (_, index) => ({
        conferenceId,
        slug: `${conference.slug}-${index}`,
        title: `Widget ${index}`,
        category: index < 3 ? "security" : "compute",
      })),
    });
    await createMember({ team: await testDb().team.findUniqueOrThrow({ where: { id: lead.teamId } }) });
    await testDb().$executeRaw`
      INSERT INTO vote (team_id, announcement_id, person_id, choice)
      SELECT ${lead.teamId}::uuid, id, ${lead.personId}::uuid, 'adopt' FROM announcement
      WHERE conference_id = ${conferenceId}::uuid`;

    const radar = await readRadar(lead, conference.slug);

    expect(radar?.total).toBe(SHOWN_ITEMS + 20);
    expect(radar?.items).toHaveLength(SHOWN_ITEMS);
    expect(radar?.items.at(-1)).toMatchObject({ title: "Widget 2", quadrant: 3, number: SHOWN_ITEMS });
    expect((await everythingExported(lead, conference.slug))?.radar).toHaveLength(SHOWN_ITEMS + 20);
  });
});
