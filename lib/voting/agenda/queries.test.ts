import { describe, expect, it } from "vitest";

import { deleteComment } from "@/lib/threads/commands";
import { createComment } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { settleDecision } from "../decisions/commands";

import { readAgenda, type Agenda } from "./queries";
import { createAgendaWorld } from "./testing";

type World = Awaited<ReturnType<typeof createAgendaWorld>>;

describe("readAgenda", () => {
  it("is what is split or contested, by disagreement, then marks, then title", async () => {
    const { lead, conference, announce } = await createAgendaWorld();
    await announce("Agreed", { adopt: 4 });
    await announce("Nearly agreed", { adopt: 9, ignore: 1 });
    await announce("Neighbours", { adopt: 2, investigate: 2 });
    await announce("Proton", { adopt: 5, investigate: 2, ignore: 4 });
    await announce("Halved few", { adopt: 1, ignore: 1 });
    await announce("Halved B", { adopt: 2, ignore: 2 });
    await announce("Halved A", { adopt: 2, ignore: 2 });
    await announce("Contested", { adopt: 4, ignore: 1 });
    await announce("Unmarked");

    const agenda = await readAgenda(lead, conference.slug);

    expect(titles(agenda)).toEqual(["Halved A", "Halved B", "Halved few", "Proton", "Contested", "Neighbours"]);
    expect(agenda?.totals).toEqual({ items: 6, split: 5, contested: 1, questions: 0 });
    expect(agenda?.items[3]).toMatchObject({
      marks: 11,
      lean: "split",
      tally: { adopt: 5, investigate: 2, ignore: 4 },
    });
  });

  it("counts as split what the head of the conference counts", async () => {
    const { lead, conference, announce } = await createAgendaWorld();
    await announce("Halved", { adopt: 1, ignore: 1 });
    await announce("Contested", { adopt: 4, ignore: 1 });

    const agenda = await readAgenda(lead, conference.slug);

    expect(agenda?.head.split).toBe(agenda?.totals.split);
  });

  it("is another one for every team, and none without a conference", async () => {
    const { conference, announce } = await createAgendaWorld();
    await announce("Halved", { adopt: 1, ignore: 1 });
    const stranger = await createTeamViewer({ role: "lead" });

    expect(await readAgenda(stranger, conference.slug)).toMatchObject({ items: [], totals: { items: 0 } });
    expect(await readAgenda(stranger, "no-such-conference")).toBeNull();
  });

  it("goes on after any page with what stands below it, and numbers on", async () => {
    const { lead, conference, announce } = await createAgendaWorld();
    const made = [];
    for (let n = 0; n < 21; n++) made.push(await announce(`Announcement ${n % 4} ${n}`, { adopt: 1, ignore: 1 }));
    await ask({ lead }, (await announce("Unmarked, asked"))?.id, "Who would run it?");

    const first = await readAgenda(lead, conference.slug);
    const second = await readAgenda(lead, conference.slug, { after: first?.next ?? null });

    expect(first?.items).toHaveLength(20);
    expect(second).toMatchObject({ first: 21, next: null, totals: first?.totals });
    expect([...titles(first), ...titles(second)]).toEqual([
      ...made.map(({ title }) => title).toSorted(),
      "Unmarked, asked",
    ]);
    expect(titles(await readAgenda(lead, conference.slug, { after: "made up" }))).toEqual(titles(first));
  });

  it("keeps what was settled within the hour in its place, and no longer counts it", async () => {
    const { lead, conference, announce } = await createAgendaWorld();
    await announce("Halved A", { adopt: 2, ignore: 2 });
    const settled = await announce("Halved B", { adopt: 2, ignore: 2 });
    const past = await announce("Halved C", { adopt: 2, ignore: 2 });
    for (const { id } of [settled, past]) {
      await settleDecision(lead, { announcementId: id, choice: "ignore", reason: "Too early.", was: null });
    }
    await testDb().decision.updateMany({
      where: { announcementId: past.id },
      data: { decidedAt: new Date(Date.now() - 61 * 60_000) },
    });

    const agenda = await readAgenda(lead, conference.slug);

    expect(titles(agenda)).toEqual(["Halved A", "Halved B"]);
    expect(agenda?.items[1]?.decision).toMatchObject({
      choice: "ignore",
      reason: "Too early.",
      by: { name: lead.name },
    });
    expect(agenda?.totals.items).toBe(1);
  });
});

describe("the sides of an item", () => {
  it("put the longest note of each first, then the latest, and say when there are more than five", async () => {
    const { lead, conference, announce } = await createAgendaWorld();
    const long = (word: string) => `${word} `.repeat(100).trim();
    const adopts = ["Short.", long("abcde"), long("fghijklmn"), "", "Quick.", "Better", "Sooner"];
    await announce("Halved", { adopt: 7, ignore: 7 }, { adopt: adopts });

    const [item] = (await readAgenda(lead, conference.slug))?.items ?? [];

    expect(item?.sides.map(({ choice, notes, hasMore }) => [choice, notes.length, hasMore])).toEqual([
      ["adopt", 5, true],
      ["ignore", 0, false],
    ]);
    // Both of the long ones are beyond 400 characters, so the later one comes first.
    expect(item?.sides[0]?.notes.map(({ note }) => note)).toEqual([
      long("fghijklmn"),
      long("abcde"),
      "Sooner",
      "Better",
      "Quick.",
    ]);
    expect(item?.sides[0]?.notes[2]).toMatchObject({ name: "Member 6" });
  });
});

describe("open questions", () => {
  it("are what ends with a question mark and nobody else has followed", async () => {
    const world = await createAgendaWorld();
    const { lead, conference, announce, personId } = world;
    const [open, answered, told, deleted] = await Promise.all(
      ["Open", "Answered", "Told", "Deleted"].map((t) => announce(t)),
    );
    await ask(world, open?.id, "First?");
    await ask(world, open?.id, "I looked. Can a template wrap our Terraform?");
    await ask(world, answered?.id, "Who pays?");
    await ask({ lead: { ...lead, personId: await personId(0) } }, answered?.id, "We do.");
    await ask(world, told?.id, "It pays for itself.");
    const gone = await ask(world, deleted?.id, "Never mind?");
    await deleteComment(lead, { id: gone.id });

    const agenda = await readAgenda(lead, conference.slug);

    expect(titles(agenda)).toEqual(["Open"]);
    expect(agenda?.totals).toMatchObject({ items: 1, questions: 2 });
    expect(agenda?.items[0]?.questions).toMatchObject([
      { question: "Can a template wrap our Terraform?", asker: lead.name },
      { question: "First?" },
    ]);
  });

  it("open again when the answer is deleted", async () => {
    const world = await createAgendaWorld();
    const { lead, conference, announce, personId } = world;
    const { id } = await announce("Asked");
    await ask(world, id, "Who pays?");
    const answer = await ask({ lead: { ...lead, personId: await personId(0) } }, id, "We do.");

    await deleteComment(lead, { id: answer.id });

    expect(titles(await readAgenda(lead, conference.slug))).toEqual(["Asked"]);
  });
});

describe("what is under the quorum", () => {
  it("is said of a closed round alone, without what is on the agenda or settled", async () => {
    const world = await createAgendaWorld();
    const { lead, conference, announce, openRound } = world;
    await announce("Halved", { adopt: 1, ignore: 1 });
    await announce("One mark", { adopt: 1 });
    await announce("Unmarked");
    await announce("Enough", { adopt: 3 });
    const settled = await announce("Settled", { adopt: 1 });
    await settleDecision(lead, { announcementId: settled.id, choice: "adopt", reason: "", was: null });
    await openRound({ quorum: 3 });

    expect((await readAgenda(lead, conference.slug))?.underQuorum).toBeNull();
    await testDb().round.updateMany({ where: { conferenceId: conference.id }, data: { closedAt: new Date() } });

    expect((await readAgenda(lead, conference.slug))?.underQuorum).toEqual({
      quorum: 3,
      total: 2,
      rows: [
        { slug: expect.any(String), title: "One mark", marks: 1 },
        { slug: expect.any(String), title: "Unmarked", marks: 0 },
      ],
    });
  });
});

function titles(agenda: Agenda | null): string[] {
  return agenda?.items.map(({ title }) => title) ?? [];
}

function ask({ lead }: { lead: World["lead"] }, announcementId = "", body: string) {
  return createComment({ teamId: lead.teamId, announcementId, authorId: lead.personId, body });
}
