import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import { createPerson } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { reopenDecision, settleDecision } from "./commands";
import { recordDelivery } from "./delivery";
import { readDecisionHistory } from "./queries";
import { parseDays } from "./schema";
import { createDecisionWorld } from "./testing";

let world: Awaited<ReturnType<typeof createDecisionWorld>>;

beforeEach(async () => {
  world = await createDecisionWorld(1);
});

const FULL = {
  choice: "investigate",
  reason: "Cheaper, perhaps.",
  target: "q1/2031",
  effort: "m",
  days: "2,5",
  reopenWhen: "It leaves preview.",
  reopenOn: "2031-06-01",
};

describe("what is settled", () => {
  it("is all that the form says, and its history and audit event say it too", async () => {
    const { lead, member, idOf, stands } = world;
    const form = { ...FULL, announcementId: idOf(0), owner: member.personId, was: null };

    expect(await settleDecision(lead, form)).toMatchObject({ ok: true });

    const settled = {
      ...{
        choice: "investigate",
        reason: "Cheaper, perhaps.",
        owner: { personId: member.personId, name: "Priya Nair" },
      },
      ...{ target: { on: "2031-03-31", isQuarter: true }, effort: "M", effortDays: 2.5 },
      ...{ reopenWhen: "It leaves preview.", reopenOn: "2031-06-01" },
    };
    expect(await stands()).toMatchObject({ ...settled, delivery: "planned", deliveryOn: null });
    expect(await readDecisionHistory(member, idOf(0))).toMatchObject([
      { ...settled, kind: "settled", state: "decided", by: { personId: lead.personId }, at: (await stands())?.at },
    ]);
    expect(await testDb().auditEvent.findMany({ where: { subjectId: idOf(0) } })).toMatchObject([
      { action: "decision.settled", actorId: lead.personId, data: settled },
    ]);
  });

  it("keeps place and progress when it is changed", async () => {
    const { lead, idOf, stands, was } = world;
    const id = { teamId_announcementId: { teamId: lead.teamId, announcementId: idOf(0) } };
    await settleDecision(lead, { announcementId: idOf(0), choice: "adopt", was: null });
    await recordDelivery(lead, { announcementId: idOf(0), was: "planned", delivery: "started", on: "2021-01-04" });
    await testDb().decision.update({ where: id, data: { place: 7.5 } });

    await settleDecision(lead, { ...FULL, announcementId: idOf(0), was: await was() });

    expect(await stands()).toMatchObject({ choice: "investigate", delivery: "started", deliveryOn: "2021-01-04" });
    expect(await testDb().decision.findUniqueOrThrow({ where: id })).toMatchObject({ place: 7.5 });
  });

  it("has nothing that reopens it when it is adopted", async () => {
    const { lead, idOf, stands } = world;

    await settleDecision(lead, { ...FULL, announcementId: idOf(0), choice: "adopt", was: null });

    expect(await stands()).toMatchObject({ choice: "adopt", reopenWhen: "", reopenOn: null });
  });

  it("is as it was, and nobody new decided it, when a form changes nothing", async () => {
    const { team, lead, idOf, stands, was } = world;
    const second = await createTeamViewer({ team, role: "lead" });
    await settleDecision(lead, { ...FULL, announcementId: idOf(0), was: null });
    const before = await stands();

    expect(await settleDecision(second, { ...FULL, announcementId: idOf(0), was: await was() })).toMatchObject({
      ok: true,
    });

    expect(await stands()).toEqual(before);
    expect(await readDecisionHistory(lead, idOf(0))).toHaveLength(1);
  });

  it.each([
    ["an owner who is nobody", { owner: randomUUID() }, "owner"],
    ["an owner who is no id", { owner: "Ewan" }, "owner"],
    ["a target in words", { target: "soon" }, "target"],
    ["a day that is none", { target: "2021-02-30" }, "target"],
    ["an effort of another size", { effort: "XXL" }, "effort"],
    ["no number of days", { days: "a week" }, "days"],
    ["a third of a day", { days: "0.33" }, "days"],
    ["no days at all", { days: "0" }, "days"],
    ["days of centuries", { days: "10000.5" }, "days"],
    ["what may be a thousand days or one", { days: "1,000" }, "days"],
    ["a long condition", { reopenWhen: "x".repeat(501) }, "reopenWhen"],
    ["a day in words", { reopenOn: "next year" }, "reopenOn"],
  ])("is refused with %s, by its field", async (_, wrong, field) => {
    const { lead, idOf, stands } = world;

    const result = await settleDecision(lead, { ...FULL, announcementId: idOf(0), was: null, ...wrong });

    expect(result).toMatchObject({ problem: { kind: "invalid", fields: { [field]: expect.any(String) } } });
    expect(await stands()).toBeNull();
  });

  it("is owned by nobody who left the team or whose account is closed", async () => {
    const { team, lead, member, idOf } = world;
    const closed = await createTeamViewer({ team });
    await testDb().person.update({ where: { id: closed.personId }, data: { deactivatedAt: new Date() } });
    await testDb().membership.deleteMany({ where: { personId: member.personId } });
    const elsewhere = await createPerson();

    for (const owner of [member.personId, closed.personId, elsewhere.id]) {
      const result = await settleDecision(lead, { ...FULL, announcementId: idOf(0), was: null, owner });
      expect(result).toMatchObject({ problem: { kind: "invalid", fields: { owner: expect.any(String) } } });
    }
  });
});

describe("parseDays", () => {
  it("reads halves with a point or a comma, up to ten thousand", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom(".", ","), (halves, point) => {
        expect(parseDays(String(halves / 2).replace(".", point))).toBe(halves / 2);
      }),
    );
  });
});

describe("the history", () => {
  it("says what stands, what was superseded, and what was reopened and why", async () => {
    const { lead, idOf, was } = world;
    const announcementId = idOf(0);
    const states = async () =>
      (await readDecisionHistory(lead, announcementId)).map(({ kind, state }) => state ?? kind);
    await settleDecision(lead, { announcementId, choice: "adopt", was: null });
    await settleDecision(lead, { announcementId, choice: "ignore", was: await was() });
    expect(await states()).toEqual(["decided", "superseded"]);

    await reopenDecision(lead, { announcementId, was: await was(), why: "It is out of preview." });
    expect(await states()).toEqual(["reopened", "reopened", "superseded"]);
    expect((await readDecisionHistory(lead, announcementId))[0]).toMatchObject({
      ...{ kind: "reopened", reason: "It is out of preview.", by: { personId: lead.personId }, choice: "ignore" },
    });

    await settleDecision(lead, { announcementId, choice: "adopt", was: null });
    await recordDelivery(lead, { announcementId, was: "planned", delivery: "done", on: "2021-01-04" });
    expect(await states()).toEqual(["delivered", "decided", "reopened", "reopened", "superseded"]);
  });

  it("is the team's own, and stops at fifty lines", async () => {
    const { lead, idOf, was } = world;
    const stranger = await createTeamViewer({ role: "lead" });
    for (let n = 0; n < 52; n += 1) {
      await settleDecision(lead, { announcementId: idOf(0), choice: "adopt", reason: String(n), was: await was() });
    }

    expect(await readDecisionHistory(stranger, idOf(0))).toEqual([]);
    expect(await readDecisionHistory(lead, "none")).toEqual([]);
    const lines = await readDecisionHistory(lead, idOf(0));
    expect([lines.length, lines[0]?.reason, lines[0]?.state, lines.at(-1)?.state]).toEqual([
      ...[50, "51", "decided", "superseded"],
    ]);
  });
});
