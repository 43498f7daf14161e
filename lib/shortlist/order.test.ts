import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createAnnouncement, createConference, createDecision, createPerson, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { WHOLE_SHORTLIST } from "./filter";
import { moveOnShortlist } from "./order";
import { readShortlist } from "./queries";

async function setUp(titles: readonly string[], services: Readonly<Record<string, string>> = {}) {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const { id: conferenceId, slug } = await createConference();
  const ids: Record<string, string> = {};
  for (const [place, title] of titles.entries()) {
    const service = services[title];
    const { id } = await createAnnouncement({ conferenceId, title, services: service ? [service] : [] });
    // Of the size of moments, of which few fit between two.
    const ordered = { place: 1_700_000_000 + place };
    await createDecision({ teamId: team.id, announcementId: id, decidedById: lead.personId, ...ordered });
    ids[title] = id;
  }
  const idOf = (title: string) => ids[title] ?? randomUUID();
  const order = async (service: string | null = null) =>
    (await readShortlist(lead, slug, { ...WHOLE_SHORTLIST, service }))?.decided.map(({ title }) => title);
  return { team, lead, slug, conferenceId, idOf, order };
}

describe("moveOnShortlist", () => {
  it("puts a row in front of another, behind another, last, and where a number says", async () => {
    const { lead, idOf, order } = await setUp(["A", "B", "C", "D"]);

    expect(await moveOnShortlist(lead, { announcementId: idOf("D"), before: idOf("B") })).toMatchObject({
      value: { position: 2, of: 4 },
    });
    expect(await order()).toEqual(["A", "D", "B", "C"]);
    await moveOnShortlist(lead, { announcementId: idOf("A"), after: idOf("B") });
    expect(await order()).toEqual(["D", "B", "A", "C"]);
    await moveOnShortlist(lead, { announcementId: idOf("D") });
    expect(await order()).toEqual(["B", "A", "C", "D"]);
    await moveOnShortlist(lead, { announcementId: idOf("C"), to: 1 });
    expect(await order()).toEqual(["C", "B", "A", "D"]);
    expect(await moveOnShortlist(lead, { announcementId: idOf("C"), to: 99 })).toMatchObject({
      value: { position: 4, of: 4 },
    });
    expect(await order()).toEqual(["B", "A", "D", "C"]);
  });

  it("gives the order that a list of names would have, whatever the moves", { timeout: 120_000 }, async () => {
    const titles = ["A", "B", "C", "D", "E"];
    const { lead, idOf, order } = await setUp(titles);
    let expected = [...titles];
    const anyMove = fc.record({
      title: fc.constantFrom(...titles),
      beside: fc.constantFrom(...titles, null),
      how: fc.constantFrom("before" as const, "after" as const, "to" as const),
      to: fc.integer({ min: 1, max: 7 }),
    });

    await fc.assert(
      fc.asyncProperty(fc.array(anyMove, { maxLength: 6 }), async (moves) => {
        for (const { title, beside, how, to } of moves) {
          if (beside === title) continue;
          const others = expected.filter((other) => other !== title);
          const at =
            how === "to" ? to - 1 : beside === null ? others.length : others.indexOf(beside) + Number(how === "after");
          expected = others.toSpliced(at, 0, title);
          const where = how === "to" ? { to } : { [how]: beside && idOf(beside) };
          const result = await moveOnShortlist(lead, { announcementId: idOf(title), ...where });
          expect(result).toMatchObject({ value: { position: expected.indexOf(title) + 1, of: titles.length } });
        }
        expect(await order()).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("numbers the list anew where no number is left between two, and new decisions still come last", async () => {
    const { lead, team, conferenceId, idOf, order } = await setUp(["A", "B", "C"]);
    await testDb().decision.updateMany({
      where: { announcementId: { in: [idOf("A"), idOf("B")] } },
      data: { place: 1.5 },
    });
    const [first = "", second = ""] = (await order()) ?? [];

    const result = await moveOnShortlist(lead, { announcementId: idOf("C"), before: idOf(second) });

    expect(await order()).toEqual([first, "C", second]);
    expect(result.ok && Object.values(result.value.places).toSorted()).toEqual([1, 2, 3]);
    const { id } = await createAnnouncement({ conferenceId, title: "New" });
    await createDecision({ teamId: team.id, announcementId: id, decidedById: lead.personId });
    expect((await order())?.at(-1)).toBe("New");
  });

  it("goes on for as long as somebody moves between the same two", async () => {
    const { lead, idOf, order } = await setUp(["A", "B", "C", "D"]);
    for (let n = 0; n < 130; n++) {
      const title = n % 2 === 0 ? "C" : "D";
      await moveOnShortlist(lead, { announcementId: idOf(title), after: idOf("A") });
      expect((await order())?.slice(0, 2)).toEqual(["A", title]);
    }
  });

  it("counts and moves among what a filter shows, and leaves the rest in order", async () => {
    const services = { A: "Widget Store", C: "Widget Store", E: "Widget Store" };
    const { lead, idOf, order } = await setUp(["A", "B", "C", "D", "E"], services);
    const filter = { ...WHOLE_SHORTLIST, service: "widget-store" };

    const result = await moveOnShortlist(lead, { announcementId: idOf("E"), to: 2, filter });

    expect(result).toMatchObject({ value: { position: 2, of: 3 } });
    expect(await order("widget-store")).toEqual(["A", "E", "C"]);
    expect(await order()).toEqual(["A", "B", "E", "C", "D"]);
    await moveOnShortlist(lead, { announcementId: idOf("A"), to: 3, filter });
    expect(await order("widget-store")).toEqual(["E", "C", "A"]);
    expect(await order()).toEqual(["B", "E", "C", "A", "D"]);
  });

  it("loses nobody's move when two leads move at once, also where each numbers the list anew", async () => {
    const { team, lead, idOf, order } = await setUp(["1", "2", "3", "4", "5", "6"]);
    const second = await createTeamViewer({ team, role: "lead" });
    await testDb().decision.updateMany({ where: { teamId: team.id }, data: { place: 5 } });
    const [a = "", b = "", c = "", d = "", e = "", f = ""] = (await order()) ?? [];

    const results = await atOnce(idOf(b), () => [
      moveOnShortlist(lead, { announcementId: idOf(f), before: idOf(b) }),
      moveOnShortlist(second, { announcementId: idOf(e), before: idOf(b) }),
      moveOnShortlist(lead, { announcementId: idOf(a) }),
      moveOnShortlist(second, { announcementId: idOf(d), before: idOf(b) }),
    ]);

    expect(results.every(({ ok }) => ok)).toBe(true);
    const after = (await order()) ?? [];
    expect(after.slice(0, 3).toSorted()).toEqual([d, e, f].toSorted());
    expect(after.slice(3)).toEqual([b, c, a]);
  });

  it("takes the last of two who move the same row", async () => {
    const { team, lead, idOf, order } = await setUp(["A", "B", "C"]);
    const second = await createTeamViewer({ team, role: "lead" });

    await moveOnShortlist(lead, { announcementId: idOf("C"), before: idOf("A") });
    await moveOnShortlist(second, { announcementId: idOf("C"), before: idOf("B") });

    expect(await order()).toEqual(["A", "C", "B"]);
  });

  it("stores nothing beside what is gone, of what is not decided, and what is no place", async () => {
    const { lead, conferenceId, idOf, order } = await setUp(["A", "B"]);
    const open = await createAnnouncement({ conferenceId });
    const announcementId = idOf("A");

    expect(await moveOnShortlist(lead, { announcementId, before: open.id })).toMatchObject({
      problem: { kind: "conflict", message: "The list changed meanwhile. Look at it again, then move." },
    });
    expect(await moveOnShortlist(lead, { announcementId: open.id })).toMatchObject({ problem: { kind: "not-found" } });
    for (const to of [0, -1, 1.5, Number.NaN]) {
      expect(await moveOnShortlist(lead, { announcementId, to })).toMatchObject({
        problem: { kind: "invalid", fields: { to: "Type the number of the place it should have, from 1 on." } },
      });
    }
    expect(await order()).toEqual(["A", "B"]);
    expect(await movesOf(announcementId)).toBe(0);
  });

  it("is the leads', in their own team, and leaves an audit event", async () => {
    const { team, lead, idOf, order } = await setUp(["A", "B"]);
    const member = await createTeamViewer({ team });
    const stranger = await createTeamViewer({ role: "lead" });
    const announcementId = idOf("B");

    expect(await moveOnShortlist(member, { announcementId, to: 1 })).toMatchObject({ problem: { kind: "forbidden" } });
    expect(await moveOnShortlist(stranger, { announcementId, to: 1 })).toMatchObject({
      problem: { kind: "not-found" },
    });
    expect(await order()).toEqual(["A", "B"]);
    await moveOnShortlist(lead, { announcementId, to: 1 });
    expect(await movesOf(announcementId)).toBe(1);
  });

  it("leaves other conferences and other teams' orders alone", async () => {
    const { conferenceId, idOf, lead } = await setUp(["A", "B"]);
    const other = await createTeamViewer({ role: "lead" });
    const { id: elsewhere } = await createAnnouncement();
    const ids = { teamId: lead.teamId, decidedById: (await createPerson()).id };
    await createDecision({ ...ids, announcementId: elsewhere, place: 0.5 });
    for (const title of ["A", "B"]) {
      await createDecision({
        ...{ teamId: other.teamId, decidedById: other.personId, announcementId: idOf(title), place: 7 },
      });
    }

    await moveOnShortlist(lead, { announcementId: idOf("B"), before: idOf("A") });

    const places = await testDb().decision.findMany({
      where: { OR: [{ announcementId: elsewhere }, { teamId: other.teamId, announcement: { conferenceId } }] },
      select: { place: true },
    });
    expect(places.map(({ place }) => place).toSorted()).toEqual([0.5, 7, 7]);
  });
});

/** Has commands begin while somebody else holds a row they need, so that all of them stand in each other's way. */
async function atOnce<T>(announcementId: string, begin: () => Promise<T>[]): Promise<T[]> {
  const begun = await testDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM decision WHERE announcement_id = ${announcementId}::uuid FOR UPDATE`;
    const commands = begin();
    for (let waiting = 0; waiting < commands.length;) {
      await tx.$executeRaw`SELECT pg_stat_clear_snapshot()`;
      const [row] = await tx.$queryRaw<[{ waiting: number }]>`
        SELECT count(*)::int AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      waiting = row.waiting;
    }
    return { commands };
  });
  return Promise.all(begun.commands);
}

function movesOf(announcementId: string): Promise<number> {
  return testDb().auditEvent.count({ where: { subjectId: announcementId, action: "shortlist.moved" } });
}
