import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { mergeAnnouncements } from "@/lib/catalogue/merging/commands";
import { recount } from "@/lib/db/check";
import { testDatabaseUrl, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { reopenDecision, settleDecision, settleMany } from "./commands";
import { createDecisionWorld } from "./testing";

type World = Awaited<ReturnType<typeof createDecisionWorld>>;

function all({ announcements }: World) {
  return announcements.map(({ id: announcementId }) => ({ announcementId, was: null as string | null }));
}

describe("settleMany", () => {
  it("settles all the same, with history and an audit event for each", async () => {
    const world = await createDecisionWorld(12);
    const { lead, member, idOf, stands } = world;
    const form = { choice: "adopt", reason: "Settled together.", owner: member.personId, target: "Q2 2031" };

    expect(await settleMany(lead, { ...form, items: all(world) })).toEqual({
      ok: true,
      value: { choice: "adopt", decided: 12 },
    });

    for (const index of [0, 11]) {
      expect(await stands(index)).toMatchObject({ reason: "Settled together.", owner: { name: "Priya Nair" } });
    }
    const where = { teamId: lead.teamId };
    expect(await testDb().decisionEvent.count({ where: { ...where, kind: "settled" } })).toBe(12);
    expect(await testDb().auditEvent.count({ where: { ...where, action: "decision.settled" } })).toBe(12);
    expect(await testDb().decision.count({ where: { announcementId: idOf(3) } })).toBe(1);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("stores nothing when some changed meanwhile, and names them", async () => {
    const world = await createDecisionWorld(6);
    const { lead, idOf, stands, was } = world;
    const second = await createTeamViewer({ team: world.team, role: "lead" });
    await settleDecision(second, { announcementId: idOf(1), choice: "ignore", was: null });
    await settleDecision(lead, { announcementId: idOf(4), choice: "ignore", was: null });
    const reopened = await was(4);
    await reopenDecision(second, { announcementId: idOf(4), was: reopened });
    const items = all(world).map((item, index) => (index === 4 ? { ...item, was: reopened } : item));

    const result = await settleMany(lead, { items, choice: "adopt" });

    expect(result).toMatchObject({
      problem: { kind: "conflict", message: expect.stringMatching(/^“Number \d” and “Number \d” changed meanwhile/) },
    });
    expect(JSON.stringify(result)).toContain("“Number 1”");
    expect(JSON.stringify(result)).toContain("“Number 4”");
    expect(await testDb().decision.count({ where: { teamId: lead.teamId } })).toBe(1);
    expect(await stands(1)).toMatchObject({ choice: "ignore" });
    expect(await testDb().decisionEvent.count({ where: { teamId: lead.teamId, choice: "adopt" } })).toBe(0);
  });

  it("changes what the form showed as settled, and takes a double click for one", async () => {
    const world = await createDecisionWorld(3);
    const { lead, idOf, was } = world;
    await settleDecision(lead, { announcementId: idOf(1), choice: "ignore", was: null });
    const shown = await was(1);
    const items = all(world).map((item, index) => (index === 1 ? { ...item, was: shown } : item));

    const results = await Promise.all([1, 2].map(() => settleMany(lead, { items, choice: "investigate" })));

    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await testDb().decisionEvent.count({ where: { teamId: lead.teamId, choice: "investigate" } })).toBe(3);
  });

  it("has one of two leads win who decide the same ones at once in another order", async () => {
    const world = await createDecisionWorld(20);
    const second = await createTeamViewer({ team: world.team, role: "lead" });

    const [one, other] = await Promise.all([
      settleMany(world.lead, { items: all(world), choice: "adopt" }),
      settleMany(second, { items: all(world).reverse(), choice: "ignore" }),
    ]);

    expect([one, other].filter(({ ok }) => ok)).toHaveLength(1);
    const stored = await testDb().decision.groupBy({
      by: ["choice"],
      where: { teamId: world.lead.teamId },
      _count: true,
    });
    expect(stored).toMatchObject([{ _count: 20 }]);
  });

  it("follows merges, and takes two that became one for one", async () => {
    const world = await createDecisionWorld(3);
    const { lead, idOf, stands } = world;
    await mergeAnnouncements(lead, { keep: idOf(0), drop: idOf(2) });

    expect(await settleMany(lead, { items: all(world), choice: "adopt" })).toMatchObject({ value: { decided: 2 } });

    expect(await stands(0)).toMatchObject({ choice: "adopt" });
    expect(await stands(1)).toMatchObject({ choice: "adopt" });
  });

  it("refuses none, too many, what is not there, and members, and stores nothing", async () => {
    const world = await createDecisionWorld(2);
    const { lead, member } = world;
    const many = Array.from({ length: 501 }, () => ({ announcementId: randomUUID(), was: null }));

    for (const items of [[], many, [{ announcementId: "' OR true --", was: null }]]) {
      expect(await settleMany(lead, { items, choice: "adopt" })).toMatchObject({ problem: { kind: "invalid" } });
    }
    const gone = [...all(world), { announcementId: randomUUID(), was: null }];
    expect(await settleMany(lead, { items: gone, choice: "adopt" })).toMatchObject({ problem: { kind: "not-found" } });
    expect(await settleMany(member, { items: all(world), choice: "adopt" })).toMatchObject({
      problem: { kind: "forbidden" },
    });
    expect(await testDb().decision.count({ where: { teamId: lead.teamId } })).toBe(0);
  });
});
