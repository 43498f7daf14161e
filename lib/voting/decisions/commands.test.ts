import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { readAnnouncement } from "@/lib/catalogue/announcement";
import { createAnnouncement, createTeam, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { overruled } from "./decision";
import { reopenDecision, settleDecision } from "./commands";

async function setUp() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const announcement = await createAnnouncement();
  const settled = async () => (await readAnnouncement(lead, announcement.slug))?.decision ?? null;
  const form = { announcementId: announcement.id, choice: "adopt", reason: "Cheaper.", was: null } as const;
  return { team, lead, announcement, settled, form };
}

describe("settleDecision", () => {
  it("settles for one team, with who, why and an audit event", async () => {
    const { lead, announcement, settled, form } = await setUp();
    const other = await createTeamViewer({ role: "lead" });

    expect(await settleDecision(lead, form)).toEqual({ ok: true, value: { choice: "adopt", reason: "Cheaper." } });

    expect(await settled()).toMatchObject({ choice: "adopt", reason: "Cheaper.", by: { personId: lead.personId } });
    expect((await readAnnouncement(other, announcement.slug))?.decision).toBeNull();
    expect(await auditOf(announcement.id)).toMatchObject([
      { action: "decision.settled", teamId: lead.teamId, data: { choice: "adopt", reason: "Cheaper." } },
    ]);
  });

  it("leaves everybody's marks as they are", async () => {
    const { lead, announcement, form } = await setUp();
    await createVote({
      teamId: lead.teamId,
      announcementId: announcement.id,
      personId: lead.personId,
      choice: "ignore",
    });

    await settleDecision(lead, form);

    expect((await readAnnouncement(lead, announcement.slug))?.tally).toEqual({ adopt: 0, investigate: 0, ignore: 1 });
  });

  it("takes a double click for one decision", async () => {
    const { lead, announcement, form } = await setUp();

    const results = await Promise.all([settleDecision(lead, form), settleDecision(lead, form)]);

    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await auditOf(announcement.id)).toHaveLength(1);
  });

  it("does not overwrite what another lead decided since the form was opened", async () => {
    const { team, lead, settled, form } = await setUp();
    const second = await createTeamViewer({ team, role: "lead" });
    await settleDecision(second, { ...form, choice: "ignore" });

    const result = await settleDecision(lead, form);

    expect(result).toMatchObject({ problem: { kind: "conflict", message: expect.stringContaining("decided ignore") } });
    expect(await settled()).toMatchObject({ choice: "ignore" });
  });

  it("replaces the decision that the form showed", async () => {
    const { lead, settled, form } = await setUp();
    await settleDecision(lead, form);
    const was = (await settled())?.at ?? null;

    expect(await settleDecision(lead, { ...form, choice: "investigate", was })).toMatchObject({ ok: true });
    expect(await settled()).toMatchObject({ choice: "investigate" });
  });

  it("does not settle again what was reopened meanwhile", async () => {
    const { lead, settled, form } = await setUp();
    await settleDecision(lead, form);
    const was = (await settled())?.at ?? null;
    await reopenDecision(lead, { announcementId: form.announcementId, was });

    expect(await settleDecision(lead, { ...form, was })).toMatchObject({ problem: { kind: "conflict" } });
    expect(await settled()).toBeNull();
  });

  it.each([
    ["an unknown choice", { choice: "maybe" }, "choice"],
    ["a reason of more than a page", { reason: "x".repeat(2_001) }, "reason"],
  ])("refuses %s by its field", async (_, wrong, field) => {
    const { lead, settled, form } = await setUp();

    const result = await settleDecision(lead, { ...form, ...wrong });

    expect(result).toMatchObject({ problem: { kind: "invalid", fields: { [field]: expect.any(String) } } });
    expect(await settled()).toBeNull();
  });

  it("is refused to members, and finds no announcement that is not there", async () => {
    const { team, lead, settled, form } = await setUp();
    const member = await createTeamViewer({ team });

    expect(await settleDecision(member, form)).toMatchObject({ problem: { kind: "forbidden" } });
    expect(await reopenDecision(member, form)).toMatchObject({ problem: { kind: "forbidden" } });
    expect(await settled()).toBeNull();
    for (const announcementId of [randomUUID(), "none"]) {
      expect(await settleDecision(lead, { ...form, announcementId })).toMatchObject({ problem: { kind: "not-found" } });
    }
  });
});

describe("reopenDecision", () => {
  it("opens what was settled, once, and keeps in the audit log what it was", async () => {
    const { lead, announcement, settled, form } = await setUp();
    await settleDecision(lead, form);
    const was = (await settled())?.at ?? null;

    expect(await reopenDecision(lead, { announcementId: announcement.id, was })).toMatchObject({ ok: true });
    expect(await reopenDecision(lead, { announcementId: announcement.id, was })).toMatchObject({ ok: true });

    expect(await settled()).toBeNull();
    expect((await auditOf(announcement.id)).map(({ action }) => action)).toEqual([
      "decision.settled",
      "decision.reopened",
    ]);
  });

  it("does not reopen a decision that replaced the one on the page", async () => {
    const { lead, announcement, settled, form } = await setUp();
    await settleDecision(lead, form);
    const was = (await settled())?.at ?? null;
    await settleDecision(lead, { ...form, choice: "ignore", was });

    const result = await reopenDecision(lead, { announcementId: announcement.id, was });

    expect(result).toMatchObject({ problem: { kind: "conflict" } });
    expect(await settled()).toMatchObject({ choice: "ignore" });
  });
});

describe("overruled", () => {
  it("names the team's choice when the decision goes against it, and nothing when there is none to go against", () => {
    expect(overruled("ignore", "adopt")).toBe("adopt");
    expect(overruled("adopt", "adopt")).toBeNull();
    expect(overruled("adopt", "split")).toBeNull();
    expect(overruled("adopt", null)).toBeNull();
  });
});

function auditOf(announcementId: string) {
  return testDb().auditEvent.findMany({ where: { subjectId: announcementId }, orderBy: { id: "asc" } });
}
