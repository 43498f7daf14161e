import { describe, expect, it } from "vitest";

import { createAnnouncement, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { castVote, saveNote, withdrawVote } from "./commands";
import { voteHistory } from "./queries";
import { CHOICES } from "./types";

const NOBODY = "00000000-0000-4000-8000-000000000000";

async function setUp() {
  const team = await createTeam();
  const viewer = await createTeamViewer({ team });
  const { id: announcementId } = await createAnnouncement();
  return { team, viewer, announcementId };
}

describe("castVote", () => {
  it("stores the mark and answers what changed", async () => {
    const { viewer, announcementId } = await setUp();

    const result = await castVote(viewer, { announcementId, choice: "adopt", note: "Cheaper.\r\n" });

    expect(result).toEqual({
      ok: true,
      value: {
        announcementId,
        mine: { choice: "adopt", note: "Cheaper." },
        marks: 1,
        tally: { adopt: 1, investigate: 0, ignore: 0 },
        lean: "adopt",
        marked: 1,
        previous: null,
      },
    });
  });

  it("says what it replaced", async () => {
    const { viewer, announcementId } = await setUp();
    await castVote(viewer, { announcementId, choice: "adopt", note: "Cheaper." });

    const changed = await castVote(viewer, { announcementId, choice: "ignore" });
    expect(changed).toMatchObject({ ok: true, value: { previous: { choice: "adopt", note: "Cheaper." } } });
    const repeated = await castVote(viewer, { announcementId, choice: "ignore" });
    expect(repeated).toMatchObject({ ok: true, value: { previous: { choice: "ignore", note: "Cheaper." } } });
  });

  it("keeps the note of a mark that is changed without one", async () => {
    const { viewer, announcementId } = await setUp();
    await castVote(viewer, { announcementId, choice: "adopt", note: "Cheaper." });

    const result = await castVote(viewer, { announcementId, choice: "ignore" });

    expect(result).toMatchObject({
      ok: true,
      value: {
        mine: { choice: "ignore", note: "Cheaper." },
        tally: { adopt: 0, ignore: 1 },
        lean: "ignore",
        marked: 1,
      },
    });
  });

  it("changes nothing when it is repeated or clicked twice at once", async () => {
    const { viewer, announcementId } = await setUp();

    await Promise.all([1, 2, 3].map(() => castVote(viewer, { announcementId, choice: "adopt" })));
    const again = await castVote(viewer, { announcementId, choice: "adopt" });

    expect(again).toMatchObject({ ok: true, value: { tally: { adopt: 1 }, marked: 1 } });
    expect(await voteHistory(viewer, announcementId)).toHaveLength(1);
  });

  it("keeps the tally equal to a recount when 32 people mark and change at once", async () => {
    const { team, announcementId } = await setUp();
    const viewers = await Promise.all(Array.from({ length: 32 }, () => createTeamViewer({ team })));

    await Promise.all(
      viewers.flatMap((viewer, n) =>
        [n, n + 1].map((turn) => castVote(viewer, { announcementId, choice: CHOICES[turn % 3] ?? "adopt" })),
      ),
    );

    const votes = await testDb().vote.groupBy({ by: ["choice"], where: { announcementId }, _count: true });
    const recount = Object.fromEntries(votes.map(({ choice, _count }) => [choice, _count]));
    const tally = await testDb().tally.findFirstOrThrow({ where: { announcementId } });
    expect({ adopt: tally.adopt, investigate: tally.investigate, ignore: tally.ignore }).toEqual({
      adopt: 0,
      investigate: 0,
      ignore: 0,
      ...recount,
    });
    expect(tally.adopt + tally.investigate + tally.ignore).toBe(32);
    expect(await testDb().progress.findMany({ where: { teamId: team.id, marked: { not: 1 } } })).toEqual([]);
  });

  it("says not found for an announcement that is not there, whatever the id looks like", async () => {
    const { viewer } = await setUp();
    for (const announcementId of [NOBODY, "1", "", "' OR true --"]) {
      const result = await castVote(viewer, { announcementId, choice: "adopt" });
      expect(result).toMatchObject({ ok: false, problem: { kind: "not-found" } });
    }
  });

  it("refuses an unknown choice and writes nothing", async () => {
    const { viewer, announcementId } = await setUp();

    const result = await castVote(viewer, { announcementId, choice: "maybe" });

    expect(result).toMatchObject({
      ok: false,
      problem: { kind: "invalid", message: "Choose adopt, investigate or ignore." },
    });
    expect(await testDb().vote.count({ where: { announcementId } })).toBe(0);
  });

  it("refuses a note that is too long, names its length, and leaves the mark as it was", async () => {
    const { viewer, announcementId } = await setUp();
    await castVote(viewer, { announcementId, choice: "adopt", note: "Short." });

    const result = await castVote(viewer, { announcementId, choice: "ignore", note: "x".repeat(20_000) });

    expect(result).toMatchObject({
      ok: false,
      problem: { kind: "invalid", fields: { note: expect.stringContaining("20,000 characters and can have 4,000") } },
    });
    const stored = await testDb().vote.findFirstOrThrow({ where: { announcementId } });
    expect(stored).toMatchObject({ choice: "adopt", note: "Short." });
  });

  it("refuses somebody who was removed from the team, however old their page is", async () => {
    const { viewer, announcementId } = await setUp();
    await testDb().membership.deleteMany({ where: { personId: viewer.personId } });

    const result = await castVote(viewer, { announcementId, choice: "adopt" });

    expect(result).toMatchObject({ ok: false, problem: { kind: "not-found" } });
    expect(await testDb().vote.count({ where: { announcementId } })).toBe(0);
  });

  it("counts for the viewer's team alone", async () => {
    const { viewer, announcementId } = await setUp();
    const stranger = await createTeamViewer();
    await castVote(viewer, { announcementId, choice: "adopt" });

    const result = await castVote(stranger, { announcementId, choice: "ignore" });

    expect(result).toMatchObject({ ok: true, value: { tally: { adopt: 0, investigate: 0, ignore: 1 } } });
  });
});

describe("withdrawVote", () => {
  it("takes the mark back and hands over what undo would restore", async () => {
    const { viewer, announcementId } = await setUp();
    await castVote(viewer, { announcementId, choice: "adopt", note: "Cheaper." });

    const result = await withdrawVote(viewer, { announcementId });

    expect(result).toMatchObject({
      ok: true,
      value: { mine: null, lean: null, marked: 0, withdrawn: { choice: "adopt", note: "Cheaper." } },
    });
    const restored = await castVote(viewer, { announcementId, choice: "adopt", note: "Cheaper." });
    expect(restored).toMatchObject({ ok: true, value: { mine: { choice: "adopt", note: "Cheaper." }, marked: 1 } });
  });

  it("changes nothing when there is no mark, and never touches somebody else's", async () => {
    const { team, viewer, announcementId } = await setUp();
    const colleague = await createTeamViewer({ team });
    await castVote(colleague, { announcementId, choice: "adopt" });

    const result = await withdrawVote(viewer, { announcementId });

    expect(result).toMatchObject({ ok: true, value: { withdrawn: null, tally: { adopt: 1 } } });
    expect(await voteHistory(viewer, announcementId)).toHaveLength(1);
  });
});

describe("saveNote", () => {
  it("adds, changes and empties the note of a mark", async () => {
    const { viewer, announcementId } = await setUp();
    await castVote(viewer, { announcementId, choice: "adopt" });

    for (const [was, note] of [
      ["", "First."],
      ["First.", 'Second, with "quotes", a line\nand 🚀'],
      ['Second, with "quotes", a line\r\nand 🚀', ""],
    ] as const) {
      const result = await saveNote(viewer, { announcementId, was, note });
      expect(result).toMatchObject({ ok: true, value: { mine: { choice: "adopt", note } } });
    }
  });

  it("keeps both texts when the note was changed meanwhile", async () => {
    const { viewer, announcementId } = await setUp();
    await castVote(viewer, { announcementId, choice: "adopt", note: "From the other window." });

    const result = await saveNote(viewer, { announcementId, was: "", note: "From this one." });

    expect(result).toMatchObject({ ok: false, problem: { kind: "conflict", stored: "From the other window." } });
    const stored = await testDb().vote.findFirstOrThrow({ where: { announcementId } });
    expect(stored.note).toBe("From the other window.");
  });

  it("takes the same note twice, as a double click sends it", async () => {
    const { viewer, announcementId } = await setUp();
    await castVote(viewer, { announcementId, choice: "adopt" });
    const input = { announcementId, was: "", note: "Once." };

    const results = await Promise.all([saveNote(viewer, input), saveNote(viewer, input)]);

    expect(results).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await voteHistory(viewer, announcementId)).toHaveLength(2);
  });

  it("asks for a mark first", async () => {
    const { viewer, announcementId } = await setUp();

    const result = await saveNote(viewer, { announcementId, was: "", note: "Why?" });

    expect(result).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { note: expect.any(String) } } });
  });
});

describe("voteHistory", () => {
  it("shows the team's marks, changes and withdrawals, newest first, at most a hundred", async () => {
    const { viewer, announcementId } = await setUp();
    const stranger = await createTeamViewer();
    await castVote(stranger, { announcementId, choice: "ignore" });
    await castVote(viewer, { announcementId, choice: "adopt" });
    await castVote(viewer, { announcementId, choice: "investigate" });
    await withdrawVote(viewer, { announcementId });

    const history = await voteHistory(viewer, announcementId);
    expect(history.map(({ choice }) => choice)).toEqual([null, "investigate", "adopt"]);
    expect(history[0]).toMatchObject({ personName: viewer.name, at: expect.stringMatching(/Z$/) });

    const event = { teamId: viewer.teamId, personId: viewer.personId, announcementId, choice: CHOICES[0] };
    await testDb().voteEvent.createMany({ data: Array.from({ length: 150 }, () => event) });
    expect(await voteHistory(viewer, announcementId)).toHaveLength(100);
  });
});
