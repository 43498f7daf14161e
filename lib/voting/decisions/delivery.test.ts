import { beforeEach, describe, expect, it } from "vitest";

import { mergeAnnouncements } from "@/lib/catalogue/merging/commands";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { reopenDecision, settleDecision } from "./commands";
import { recordDelivery } from "./delivery";
import { dayFromNow } from "./schema";
import { createDecisionWorld } from "./testing";

let world: Awaited<ReturnType<typeof createDecisionWorld>>;

beforeEach(async () => {
  world = await createDecisionWorld(2);
  const { lead, member, idOf } = world;
  await settleDecision(lead, { announcementId: idOf(0), choice: "adopt", was: null, owner: member.personId });
});

const started = { was: "planned", delivery: "started", on: "2021-01-04" };

describe("recordDelivery", () => {
  it("is said by the owner and by a lead, kept with who and when, and changes nothing that is settled", async () => {
    const { lead, member, idOf, stands, was } = world;
    const before = await was();

    const first = await recordDelivery(member, { announcementId: idOf(0), ...started });
    const second = await recordDelivery(lead, { announcementId: idOf(0), was: "started", delivery: "done", on: "" });

    expect(first).toEqual({ ok: true, value: { delivery: "started", deliveryOn: "2021-01-04" } });
    expect(second).toEqual({ ok: true, value: { delivery: "done", deliveryOn: dayFromNow(0) } });
    expect(await stands()).toMatchObject({ delivery: "done", deliveryOn: dayFromNow(0), at: before });
    const events = await testDb().decisionEvent.findMany({
      where: { kind: "delivered", teamId: lead.teamId },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ actorId, delivery }) => [actorId, delivery])).toEqual([
      [member.personId, "started"],
      [lead.personId, "done"],
    ]);
    const audit = await testDb().auditEvent.findMany({
      where: { action: "decision.delivered", teamId: lead.teamId },
      orderBy: { id: "asc" },
    });
    expect(audit).toMatchObject([
      { actorId: member.personId, data: { choice: "adopt", was: "planned", delivery: "started", on: "2021-01-04" } },
      { actorId: lead.personId, data: { was: "started", delivery: "done" } },
    ]);
  });

  it("is refused to members who do not own it, and to other teams", async () => {
    const { team, idOf, stands } = world;
    const other = await createTeamViewer({ team });
    const stranger = await createTeamViewer({ role: "lead" });

    expect(await recordDelivery(other, { announcementId: idOf(0), ...started })).toMatchObject({
      problem: { kind: "forbidden" },
    });
    expect(await recordDelivery(stranger, { announcementId: idOf(0), ...started })).toMatchObject({ ok: false });
    expect(await stands()).toMatchObject({ delivery: "planned" });
  });

  it("does not overwrite what somebody said since the form was opened; saying the same again is fine", async () => {
    const { lead, member, idOf, stands } = world;
    await recordDelivery(member, { announcementId: idOf(0), ...started, delivery: "dropped" });

    expect(await recordDelivery(lead, { announcementId: idOf(0), ...started })).toMatchObject({
      problem: { kind: "conflict", message: expect.stringContaining("dropped") },
    });
    expect(await recordDelivery(member, { announcementId: idOf(0), ...started, delivery: "dropped" })).toMatchObject({
      ok: true,
    });
    expect(await stands()).toMatchObject({ delivery: "dropped" });
    expect(await testDb().decisionEvent.count({ where: { kind: "delivered", teamId: lead.teamId } })).toBe(1);
  });

  it.each([
    ["another word", { delivery: "perhaps" }, "delivery"],
    ["no day", { on: "yesterday" }, "on"],
    ["the day after tomorrow", { on: dayFromNow(2) }, "on"],
  ])("refuses %s by its field", async (_, wrong, field) => {
    const { lead, idOf } = world;

    const result = await recordDelivery(lead, { announcementId: idOf(0), ...started, ...wrong });

    expect(result).toMatchObject({ problem: { kind: "invalid", fields: { [field]: expect.any(String) } } });
  });

  it("has nothing to say of what is ignored, open or reopened", async () => {
    const { lead, idOf, was } = world;
    await settleDecision(lead, { announcementId: idOf(1), choice: "ignore", was: null });
    expect(await recordDelivery(lead, { announcementId: idOf(1), ...started })).toMatchObject({
      problem: { kind: "conflict", message: expect.stringContaining("ignore") },
    });

    await reopenDecision(lead, { announcementId: idOf(0), was: await was() });
    expect(await recordDelivery(lead, { announcementId: idOf(0), ...started })).toMatchObject({
      problem: { kind: "conflict" },
    });
  });

  it("goes with the decision into a merge, and is said of the kept one", async () => {
    const { lead, member, idOf, stands } = world;
    await recordDelivery(member, { announcementId: idOf(0), ...started });
    await mergeAnnouncements(lead, { keep: idOf(1), drop: idOf(0) });

    const done = { announcementId: idOf(0), was: "started", delivery: "done", on: "2021-02-01" };
    expect(await recordDelivery(member, done)).toMatchObject({ ok: true });
    expect(await stands(1)).toMatchObject({
      delivery: "done",
      deliveryOn: "2021-02-01",
      owner: { name: "Priya Nair" },
    });
  });
});
