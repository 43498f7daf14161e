import { describe, expect, it, vi } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import {
  createAnnouncement,
  createConference,
  createDecision,
  createMember,
  createPerson,
  createRound,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { everythingExported } from "@/lib/testing/exported";
import { createTeamViewer } from "@/lib/testing/viewers";

import { WHOLE_SHORTLIST, type ShortlistFilter } from "./filter";
import { FIRST } from "./page/shown";
import { readShortlist } from "./queries";
import type { ShortlistRow } from "./types";

async function setUp() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const conference = await createConference();
  const announce = async (title: string, services: readonly string[] = []) =>
    (await createAnnouncement({ conferenceId: conference.id, title, services })).id;
  const read = (filter: Partial<ShortlistFilter> = {}, shown = FIRST) =>
    readShortlist(lead, conference.slug, { ...WHOLE_SHORTLIST, ...filter }, shown);
  return { team, lead, conference, announce, read };
}

function vote(viewer: TeamViewer, announcementId: string, note = "") {
  return createVote({ teamId: viewer.teamId, announcementId, personId: viewer.personId, note });
}

type Settled = Partial<Parameters<typeof createDecision>[0]>;

function decide({ teamId, personId }: TeamViewer, announcementId: string, settled: Settled = {}) {
  return createDecision({ teamId, announcementId, decidedById: personId, ...settled });
}

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

describe("readShortlist", () => {
  it("lists what is decided with all that was said, and what leans with marks and notes", async () => {
    const { team, lead, announce, read } = await setUp();
    const { person: owner } = await createMember({ team, person: await createPerson({ name: "Ewan Fraser" }) });
    const decided = await announce("Decided", ["Widget Store"]);
    const said = { reason: "Half the price.", ownerId: owner.id, effort: "S", effortDays: 4 } as const;
    await decide(lead, decided, { ...said, targetOn: day("2021-03-31"), targetIsQuarter: true, delivery: "started" });
    await createVote({ teamId: team.id, announcementId: decided, personId: owner.id, choice: "ignore" });
    await vote(lead, await announce("Leaning"), "Worth it.");

    const shortlist = await read();

    expect(shortlist).toMatchObject({ members: 2, quorum: 1, totals: { decided: 1, leaning: 1 } });
    expect(shortlist?.decided).toMatchObject([
      {
        ...{ title: "Decided", services: ["Widget Store"], reason: "Half the price." },
        ...{ owner: { personId: owner.id, name: "Ewan Fraser" }, target: { on: "2021-03-31", isQuarter: true } },
        ...{ effort: "S", effortDays: 4, delivery: "started", deliveryOn: null, against: "ignore" },
      },
    ]);
    expect(shortlist?.leaning).toMatchObject([
      {
        ...{ title: "Leaning", marks: 1, tally: { adopt: 1, investigate: 0, ignore: 0 } },
        ...{ support: expect.closeTo(0.207, 3), notes: [{ name: lead.name, choice: "adopt", note: "Worth it." }] },
      },
    ]);
  });

  it("knows nothing of other teams and other conferences", async () => {
    const { lead, conference, announce, read } = await setUp();
    const other = await createTeamViewer({ role: "lead" });
    const announcement = await announce("Theirs");
    await vote(other, announcement, "Between us.");
    await decide(other, announcement, { reason: "Between us." });
    await vote(lead, (await createAnnouncement()).id);
    await decide(lead, (await createAnnouncement()).id);

    const none = { owner: [], quarter: [], service: [] };
    expect(await read()).toMatchObject({
      ...{ decided: [], leaning: [], totals: { decided: 0, leaning: 0, days: 0 }, options: none },
    });
    expect(await readShortlist(lead, `${conference.slug}-not`)).toBeNull();
  });

  it("keeps the lead's order, the same in the page and in the exports, also where two have one place", async () => {
    const { lead, conference, announce, read } = await setUp();
    for (const [title, place] of [
      ["Third", 3],
      ["Second", 2],
      ["First", 1],
      ["Other second", 2],
    ] as const) {
      await decide(lead, await announce(title), { place });
    }

    const titles = (await read())?.decided.map(({ title }) => title);

    expect([titles?.at(0), titles?.at(-1)]).toEqual(["First", "Third"]);
    expect((await exported(lead, conference.slug)).map(({ title }) => title)).toEqual(titles);
  });

  it("leaves out what leans with fewer marks than the round's quorum", async () => {
    const { team, lead, conference, announce, read } = await setUp();
    const second = await createTeamViewer({ team });
    const [one, two] = [await announce("One mark"), await announce("Two marks")];
    for (const announcement of [one, two]) await vote(lead, announcement);
    await vote(second, two);
    const ids = { teamId: team.id, conferenceId: conference.id, openedById: lead.personId };

    expect((await read())?.leaning.map(({ title }) => title)).toEqual(["Two marks", "One mark"]);
    await createRound({ ...ids, quorum: 2 });
    expect(await read()).toMatchObject({ quorum: 2, leaning: [{ title: "Two marks" }], totals: { leaning: 1 } });
  });

  it("adds up everything the filter lets through, shown or not", async () => {
    const { lead, announce, read } = await setUp();
    const settled: Settled[] = [
      { effort: "S", effortDays: 4, delivery: "done" },
      { effort: "M", effortDays: 12.5, delivery: "started" },
      { effort: "M" },
      {},
    ];
    for (const [n, given] of settled.entries()) await decide(lead, await announce(`Widget ${n}`), given);

    expect((await read())?.totals).toEqual({
      ...{ decided: 4, days: 16.5, withoutDays: 2, withoutEffort: 1, leaning: 0 },
      efforts: { S: 1, M: 2, L: 0, XL: 0 },
      deliveries: { planned: 2, started: 1, done: 1, dropped: 0 },
    });
  });

  it("filters by owner, quarter and service, and offers each value with what the others leave of it", async () => {
    const { team, lead, announce, read } = await setUp();
    const { person: ewan } = await createMember({ team, person: await createPerson({ name: "Ewan" }) });
    const q1 = { targetOn: day("2021-03-31"), targetIsQuarter: true };
    const inQ1 = { targetOn: day("2021-02-14") };
    const q2 = { targetOn: day("2021-04-01") };
    await decide(lead, await announce("Ewan's, quarter", ["Disks", "Builds"]), { ownerId: ewan.id, ...q1 });
    await decide(lead, await announce("Ewan's, day", ["Disks"]), { ownerId: ewan.id, ...inQ1 });
    await decide(lead, await announce("Nobody's, later", ["Builds"]), q2);
    await decide(lead, await announce("Nobody's, no target"));
    const titles = async (filter: Partial<ShortlistFilter>) => (await read(filter))?.decided.map(({ title }) => title);

    expect(await titles({ owner: ewan.id })).toEqual(["Ewan's, quarter", "Ewan's, day"]);
    expect(await titles({ owner: "nobody" })).toEqual(["Nobody's, later", "Nobody's, no target"]);
    expect(await titles({ quarter: "2021-Q1" })).toEqual(["Ewan's, quarter", "Ewan's, day"]);
    expect(await titles({ quarter: "none" })).toEqual(["Nobody's, no target"]);
    expect(await titles({ service: "builds" })).toEqual(["Ewan's, quarter", "Nobody's, later"]);
    expect(await titles({ service: "builds", owner: ewan.id })).toEqual(["Ewan's, quarter"]);
    const filtered = await read({ service: "disks" });
    expect(filtered?.totals).toMatchObject({ decided: 2 });
    expect(filtered?.options).toEqual({
      owner: [
        { value: ewan.id, name: "Ewan", count: 2 },
        { value: "nobody", name: "Nobody", count: 0 },
      ],
      quarter: [
        { value: "2021-Q1", name: "Q1 2021", count: 2 },
        { value: "2021-Q2", name: "Q2 2021", count: 0 },
        { value: "none", name: "No target", count: 0 },
      ],
      service: [
        { value: "builds", name: "Builds", count: 2 },
        { value: "disks", name: "Disks", count: 2 },
      ],
    });
  });

  it("keeps what leans under a filter by service, and leaves it out where owner or quarter is asked for", async () => {
    const { lead, announce, read } = await setUp();
    await vote(lead, await announce("Leaning disk", ["Disks"]));
    await vote(lead, await announce("Leaning build", ["Builds"]));

    expect(await read({ service: "disks" })).toMatchObject({
      ...{ leaning: [{ title: "Leaning disk" }], totals: { leaning: 1 } },
    });
    for (const filter of [{ owner: "nobody" }, { quarter: "none" }]) {
      expect(await read(filter)).toMatchObject({ leaning: [], totals: { leaning: null } });
    }
  });

  it("shows as many as are asked for and says how many there are", async () => {
    const { lead, conference, read } = await setUp();
    await testDb().announcement.createMany({
      data: Array.from({ length: FIRST.leaning + 5 }, (_, index) => ({
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

    expect((await read())?.leaning).toHaveLength(FIRST.leaning);
    expect((await read())?.totals.leaning).toBe(FIRST.leaning + 5);
    expect((await read({}, { ...FIRST, leaning: 100 }))?.leaning).toHaveLength(FIRST.leaning + 5);
    expect(await exported(lead, conference.slug)).toHaveLength(FIRST.leaning + 5);
    const ids = { teamId: lead.teamId, choice: "adopt", decidedById: lead.personId } as const;
    const some = await testDb().announcement.findMany({ where: { conferenceId: conference.id }, select: { id: true } });
    await testDb().decision.createMany({ data: some.map(({ id }) => ({ ...ids, announcementId: id })) });
    expect((await read({}, { ...FIRST, decided: 7 }))?.decided).toHaveLength(7);
    expect(await read()).toMatchObject({ leaning: [], totals: { decided: FIRST.leaning + 5, leaning: 0 } });
  });

  it("asks four questions, however much there is", async () => {
    const { lead, announce, read } = await setUp();
    await decide(lead, await announce("Decided"));
    await vote(lead, await announce("Leaning"));
    const count = async () => {
      const statements = vi.spyOn(testDb(), "$queryRaw");
      await read({ service: null });
      const { length } = statements.mock.calls;
      statements.mockRestore();
      return length;
    };
    const few = await count();
    for (let n = 0; n < 20; n++) await decide(lead, await announce(`More ${n}`, [`Service ${n}`]));

    expect([few, await count()]).toEqual([4, 4]);
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

describe("who has not marked", () => {
  it("is counted among the members: whoever left has marked and is none of them", async () => {
    const { team, lead, conference } = await setUp();
    const { person } = await createMember({ team });
    const { id: announcementId } = await createAnnouncement({ conferenceId: conference.id });
    await createVote({ teamId: team.id, announcementId, personId: person.id });
    await testDb().membership.deleteMany({ where: { personId: person.id } });

    expect(await exported(lead, conference.slug)).toMatchObject([{ marks: 1, unmarked: 1 }]);
  });
});
