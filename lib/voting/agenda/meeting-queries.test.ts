import { describe, expect, it } from "vitest";

import { testDb } from "@/lib/testing/database";

import { settleDecision } from "../decisions/commands";

import { readMeeting } from "./meeting-queries";
import { createAgendaWorld } from "./testing";

const START = { since: null, at: null, later: [] };

describe("readMeeting", () => {
  it("begins with the first that nobody has settled, and says what time it is", async () => {
    const { lead, conference, announce } = await createAgendaWorld();
    await announce("Second", { adopt: 2, investigate: 2 });
    await announce("First", { adopt: 1, ignore: 1 }, { adopt: ["Why not."] });

    const meeting = await readMeeting(lead, conference.slug, START);

    expect(meeting?.steps.map(({ title }) => title)).toEqual(["First", "Second"]);
    expect(meeting?.current).toMatchObject({ title: "First", sides: [{ notes: [{ note: "Why not." }] }, {}] });
    expect(meeting?.at).toMatch(/^\d{4}-.*Z$/);
    expect(meeting?.more).toBe(0);
  });

  it("keeps what was settled since it began, and not what was settled before", async () => {
    const { lead, conference, announce } = await createAgendaWorld();
    const before = await announce("Before", { adopt: 1, ignore: 1 });
    const during = await announce("During", { adopt: 1, ignore: 1 });
    await announce("Open", { adopt: 1, ignore: 1 });
    await settleDecision(lead, { announcementId: before.id, choice: "adopt", reason: "", was: null });
    await testDb().decision.updateMany({
      where: { announcementId: before.id },
      data: { decidedAt: new Date("2020-01-01T00:00:00Z") },
    });
    const since = (await readMeeting(lead, conference.slug, START))?.at ?? null;
    await settleDecision(lead, { announcementId: during.id, choice: "adopt", reason: "", was: null });

    const meeting = await readMeeting(lead, conference.slug, { ...START, since });

    expect(meeting?.steps.map(({ title, decision }) => [title, decision?.choice])).toEqual([
      ["During", "adopt"],
      ["Open", undefined],
    ]);
    expect(meeting?.current?.title).toBe("Open");
  });

  it("stays with what it talks about and what was put off, although marks that changed would not put them there", async () => {
    const { lead, conference, announce } = await createAgendaWorld();
    const [halved, agreed, other] = [
      await announce("Halved", { adopt: 1, ignore: 1 }),
      await announce("Agreed by now", { adopt: 2 }),
      await announce("Agreed too", { adopt: 2 }),
    ];

    const meeting = await readMeeting(lead, conference.slug, { ...START, at: agreed.slug, later: [other.slug] });

    expect(meeting?.current?.title).toBe("Agreed by now");
    expect(meeting?.steps.map(({ slug }) => slug)).toEqual([halved.slug, agreed.slug, other.slug]);
  });

  it("has nothing of another conference, and nothing at all without one", async () => {
    const { lead, conference } = await createAgendaWorld();
    const other = await createAgendaWorld();
    const strange = await other.announce("Elsewhere", { adopt: 1, ignore: 1 });

    const meeting = await readMeeting(lead, conference.slug, { ...START, at: strange.slug });

    expect(meeting).toMatchObject({ steps: [], current: null });
    expect(await readMeeting(lead, "no-such-conference", START)).toBeNull();
  });

  it("takes the first fifty and says how many more there are", async () => {
    const { lead, conference, announce } = await createAgendaWorld();
    for (let n = 0; n < 52; n++) await announce(`Announcement ${n}`, { adopt: 1, ignore: 1 });

    const meeting = await readMeeting(lead, conference.slug, START);

    expect(meeting?.steps).toHaveLength(50);
    expect(meeting?.more).toBe(2);
  });
});
