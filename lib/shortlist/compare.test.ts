import { describe, expect, it } from "vitest";

import type { Conference } from "@/lib/db/generated/client";
import { createAnnouncement, createConference, createDecision, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { COMPARED_ROWS, readComparison } from "./compare";

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

type Settled = Partial<Parameters<typeof createDecision>[0]>;

async function setUp() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const held = (year: number) => createConference({ name: `Conf ${year}`, startsOn: day(`${year}-12-01`) });
  const adopt = async ({ id: conferenceId }: Conference, title: string, settled: Settled = {}) => {
    const { id: announcementId } = await createAnnouncement({ conferenceId, title });
    const ids = { teamId: team.id, announcementId, decidedById: lead.personId };
    await createDecision({ ...ids, decidedAt: new Date("2021-01-04T23:30:00Z"), ...settled });
  };
  return { team, lead, held, adopt };
}

describe("readComparison", () => {
  it("counts what became of both, with the median of the days it took", async () => {
    const { lead, held, adopt } = await setUp();
    const [last, now] = [await held(2020), await held(2021)];
    await adopt(now, "Fresh");
    const done = { delivery: "done" } as const;
    await adopt(last, "First", { ...done, deliveryOn: day("2021-01-14"), ownerId: lead.personId, place: 1 });
    await adopt(last, "Second", { ...done, deliveryOn: day("2021-01-24"), place: 2 });
    await adopt(last, "Before it was decided", { ...done, deliveryOn: day("2020-12-01"), place: 3 });
    await adopt(last, "Some day", { ...done, place: 4 });
    const dropped = { delivery: "dropped", deliveryOn: day("2021-02-01"), targetOn: day("2021-03-31") } as const;
    await adopt(last, "Given up", { ...dropped, targetIsQuarter: true, place: 5 });

    const comparison = await readComparison(lead, now.slug, last.slug);

    expect(comparison?.here).toMatchObject({
      ...{ name: "Conf 2021", adopted: 1, medianDays: null, rows: [{ title: "Fresh", delivery: "planned" }] },
    });
    expect(comparison?.other).toMatchObject({
      ...{ name: "Conf 2020", adopted: 5, medianDays: 10 },
      deliveries: { planned: 0, started: 0, done: 4, dropped: 1 },
    });
    expect(comparison?.other?.rows.map(({ title }) => title)).toEqual([
      ...["First", "Second", "Before it was decided", "Some day", "Given up"],
    ]);
    expect(comparison?.other?.rows.at(0)).toMatchObject({ owner: { name: lead.name }, deliveryOn: "2021-01-14" });
    expect(comparison?.other?.rows.at(-1)).toMatchObject({
      ...{ owner: null, target: { on: "2021-03-31", isQuarter: true }, delivery: "dropped", deliveryOn: "2021-02-01" },
    });
  });

  it("takes the one before where none is asked for, and offers all of which the team adopted something", async () => {
    const { lead, held, adopt } = await setUp();
    const [oldest, last, now, next] = [await held(2019), await held(2020), await held(2021), await held(2022)];
    for (const conference of [oldest, last, next]) await adopt(conference, "Adopted");

    const others = [next, last, oldest].map(({ slug, name }) => ({ slug, name }));
    for (const asked of [null, "no-such-conference", now.slug]) {
      expect(await readComparison(lead, now.slug, asked)).toMatchObject({ other: { slug: last.slug }, others });
    }
    expect(await readComparison(lead, now.slug, next.slug)).toMatchObject({ other: { slug: next.slug } });
    expect(await readComparison(lead, oldest.slug, null)).toMatchObject({ other: { slug: last.slug } });
  });

  it("knows nothing of other teams, of what was decided otherwise, and of no conference", async () => {
    const { lead, held, adopt } = await setUp();
    const [last, now] = [await held(2020), await held(2021)];
    await adopt(last, "Refused", { choice: "ignore" });
    const other = await createTeamViewer({ role: "lead" });
    const { id: announcementId } = await createAnnouncement({ conferenceId: last.id });
    await createDecision({ teamId: other.teamId, announcementId, decidedById: other.personId });

    expect(await readComparison(lead, now.slug, last.slug)).toMatchObject({
      here: { adopted: 0, rows: [] },
      other: null,
      others: [],
    });
    expect(await readComparison(lead, "no-such-conference", null)).toBeNull();
    expect(await readComparison(lead, "../..", null)).toBeNull();
  });

  it("lists two hundred of each and counts all", async () => {
    const { lead, held } = await setUp();
    const now = await held(2021);
    await testDb().announcement.createMany({
      data: Array.from({ length: COMPARED_ROWS + 5 }, (_, n) => ({
        ...{ conferenceId: now.id, slug: `${now.slug}-${n}`, title: `Widget ${n}`, category: "compute" },
      })),
    });
    const ids = { teamId: lead.teamId, choice: "adopt", decidedById: lead.personId } as const;
    const all = await testDb().announcement.findMany({ where: { conferenceId: now.id }, select: { id: true } });
    await testDb().decision.createMany({ data: all.map(({ id }) => ({ ...ids, announcementId: id })) });

    const here = (await readComparison(lead, now.slug, null))?.here;

    expect(here?.adopted).toBe(COMPARED_ROWS + 5);
    expect(here?.rows).toHaveLength(COMPARED_ROWS);
  });
});
