import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { mergeAnnouncements } from "@/lib/catalogue/merging/commands";
import { recount } from "@/lib/db/check";
import { createAnnouncement, createConference, createRound, createTeam } from "@/lib/testing/builders";
import { testDatabaseUrl, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { castVotes } from "./bulk";
import { MAX_AT_ONCE } from "./bulk-schema";
import { castVote } from "./commands";
import { CHOICES } from "./types";

const NOBODY = "00000000-0000-4000-8000-000000000000";

async function setUp(count = 3) {
  const team = await createTeam();
  const viewer = await createTeamViewer({ team });
  const conference = await createConference();
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push((await createAnnouncement({ conferenceId: conference.id })).id);
  const stored = async () =>
    Object.fromEntries(
      (await testDb().vote.findMany({ where: { teamId: team.id, personId: viewer.personId } })).map((vote) => [
        ids.indexOf(vote.announcementId),
        vote.note ? `${vote.choice} ${vote.note}` : vote.choice,
      ]),
    );
  const all = (choice: string) => ({ marks: ids.map((announcementId) => ({ announcementId, choice })) });
  return { team, viewer, conference, ids, stored, all };
}

describe("castVotes", () => {
  it("marks all at once, keeps their notes, and says of each how it stands and what it replaced", async () => {
    const { viewer, ids, stored, all } = await setUp();
    await castVote(viewer, { announcementId: ids[1] ?? "", choice: "ignore", note: "Dear." });

    const result = await castVotes(viewer, all("adopt"));

    expect(await stored()).toEqual({ 0: "adopt", 1: "adopt Dear.", 2: "adopt" });
    expect(result).toMatchObject({
      ok: true,
      value: [
        { announcementId: ids[0], result: { ok: true, value: { previous: null, marked: 3, tally: { adopt: 1 } } } },
        { announcementId: ids[1], result: { ok: true, value: { previous: { choice: "ignore", note: "Dear." } } } },
        { announcementId: ids[2], result: { ok: true, value: { mine: { choice: "adopt", note: "" }, lean: "adopt" } } },
      ],
    });
  });

  it("restores each one's own mark and note, as its undo does", async () => {
    const { viewer, ids, stored, all } = await setUp();
    const [one = "", two = "", three = ""] = ids;
    await castVote(viewer, { announcementId: one, choice: "ignore", note: "Dear." });
    await castVote(viewer, { announcementId: two, choice: "investigate" });
    const before = await stored();

    await castVotes(viewer, all("withdraw"));
    expect(await stored()).toEqual({});
    await castVotes(viewer, {
      marks: [
        { announcementId: one, choice: "ignore", note: "Dear." },
        { announcementId: two, choice: "investigate", note: "" },
        { announcementId: three, choice: "withdraw" },
      ],
    });
    expect(await stored()).toEqual(before);
  });

  it("stores the others when one is gone, and follows a merge", async () => {
    const { team, viewer, ids, stored, all } = await setUp(4);
    const lead = await createTeamViewer({ team, role: "lead" });
    const merged = await mergeAnnouncements(lead, { keep: ids[0] ?? "", drop: ids[3] ?? "" });
    expect(merged).toMatchObject({ ok: true });
    const { marks } = all("adopt");

    const result = await castVotes(viewer, {
      marks: [...marks.slice(1), { announcementId: NOBODY, choice: "adopt" }],
    });

    expect(await stored()).toEqual({ 0: "adopt", 1: "adopt", 2: "adopt" });
    expect(result).toMatchObject({
      value: [
        { announcementId: ids[1], result: { ok: true } },
        { announcementId: ids[2], result: { ok: true } },
        { announcementId: ids[3], result: { ok: true, value: { announcementId: ids[0] } } },
        { announcementId: NOBODY, result: { ok: false, problem: { kind: "not-found" } } },
      ],
    });
  });

  it("refuses each one of a closed round with the time, and stores those of others", async () => {
    const { team, viewer, conference, ids, all } = await setUp(2);
    const closedAt = new Date(Date.now() - 60_000);
    await createRound({ teamId: team.id, conferenceId: conference.id, openedById: viewer.personId, closedAt });
    const elsewhere = await createAnnouncement();

    const result = await castVotes(viewer, {
      marks: [...all("adopt").marks, { announcementId: elsewhere.id, choice: "adopt" }],
    });

    const late = { ok: false, problem: { kind: "conflict", closedAt: closedAt.toISOString() } };
    expect(result).toMatchObject({
      value: [
        { announcementId: ids[0], result: late },
        { announcementId: ids[1], result: late },
        { announcementId: elsewhere.id, result: { ok: true } },
      ],
    });
    expect(await testDb().vote.count({ where: { teamId: team.id } })).toBe(1);
  });

  it("refuses none, too many, an unknown choice and no id, and writes nothing", async () => {
    const { viewer, ids, stored } = await setUp();
    const [announcementId = ""] = ids;
    const many = Array.from({ length: MAX_AT_ONCE + 1 }, (_, n) => ({
      announcementId: NOBODY.replace(/.{4}$/, String(1000 + n)),
      choice: "adopt",
    }));
    for (const marks of [
      [],
      many,
      [{ announcementId, choice: "maybe" }],
      [{ announcementId: "' OR true --", choice: "adopt" }],
      [{ announcementId, choice: "adopt", note: "x".repeat(4_001) }],
    ]) {
      expect(await castVotes(viewer, { marks })).toMatchObject({ ok: false, problem: { kind: "invalid" } });
    }
    expect(await stored()).toEqual({});
  });

  it("tells somebody who was removed from the team that nothing is there", async () => {
    const { viewer, all, stored } = await setUp();
    await testDb().membership.deleteMany({ where: { personId: viewer.personId } });
    const result = await castVotes(viewer, all("adopt"));
    expect(result).toMatchObject({ value: [{ result: { ok: false, problem: { kind: "not-found" } } }, {}, {}] });
    expect(await stored()).toEqual({});
  });

  it("shows no tally of a blind round for what was not stored", async () => {
    const { team, viewer, conference, ids, all } = await setUp(1);
    const other = await createTeamViewer({ team });
    await createRound({ teamId: team.id, conferenceId: conference.id, openedById: viewer.personId, isBlind: true });
    await castVote(other, { announcementId: ids[0] ?? "", choice: "ignore" });
    const result = await castVotes(viewer, all("withdraw"));
    expect(result).toMatchObject({ value: [{ result: { ok: true, value: { tally: null, lean: null, marks: 1 } } }] });
  });

  it("neither blocks nor miscounts when people mark the same ones at once in any order", async () => {
    const { team, ids } = await setUp(12);
    const other = await createTeamViewer({ team });
    const viewers = await Promise.all(Array.from({ length: 6 }, () => createTeamViewer({ team })));
    const orders = fc.sample(
      fc.tuple(
        fc.shuffledSubarray(ids, { minLength: 6 }),
        fc.array(fc.constantFrom(...CHOICES, "withdraw"), { minLength: 12, maxLength: 12 }),
      ),
      { numRuns: 48, seed: 4 },
    );

    const results = await Promise.all(
      orders.map(([order, choices], n) =>
        castVotes(viewers[n % 6] ?? other, {
          marks: order.map((announcementId, at) => ({ announcementId, choice: choices[at] ?? "adopt" })),
        }),
      ),
    );

    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });
});
