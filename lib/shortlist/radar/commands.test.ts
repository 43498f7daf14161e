import { describe, expect, it } from "vitest";

import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { arrangeQuadrants } from "./commands";
import { DEFAULT_QUADRANTS } from "./quadrants";
import { readArrangement, readQuadrants } from "./queries";

const OURS = {
  names: ["Run it", "Keep it", "Build it", "Watch it"],
  of: { ...DEFAULT_QUADRANTS.of, media: 1 },
} as const;

describe("arrangeQuadrants", () => {
  it("stores names and fold, raises the version, and leaves an audit event", async () => {
    const lead = await createTeamViewer({ role: "lead" });

    expect(await arrangeQuadrants(lead, { ...OURS, was: 0 })).toEqual({ ok: true, value: { version: 1 } });
    expect(await readArrangement(lead)).toEqual({ quadrants: OURS, version: 1 });
    const names = ["  Run\n it ", "Keep it", "Build it", "Watch it 🚀"];
    expect(await arrangeQuadrants(lead, { ...OURS, names, was: "1" })).toEqual({ ok: true, value: { version: 2 } });

    expect((await readQuadrants(lead)).names).toEqual(["Run it", "Keep it", "Build it", "Watch it 🚀"]);
    const events = await testDb().auditEvent.findMany({ where: { teamId: lead.teamId }, orderBy: { id: "asc" } });
    expect(events).toMatchObject([
      { action: "radar.arranged", actorId: lead.personId, data: { names: OURS.names, version: 1 } },
      { action: "radar.arranged", data: { version: 2 } },
    ]);
  });

  it("stores nothing when somebody changed them meanwhile, from the first time on", async () => {
    const lead = await createTeamViewer({ role: "lead" });
    await arrangeQuadrants(lead, { ...OURS, was: 0 });
    const theirs = { ...OURS, names: ["A", "B", "C", "D"] };

    for (const was of [0, 7]) {
      expect(await arrangeQuadrants(lead, { ...theirs, was })).toMatchObject({ problem: { kind: "conflict" } });
    }
    expect(await readArrangement(lead)).toEqual({ quadrants: OURS, version: 1 });
  });

  it("takes the same again for done, and records it once", async () => {
    const lead = await createTeamViewer({ role: "lead" });
    for (let time = 0; time < 2; time++) {
      expect(await arrangeQuadrants(lead, { ...OURS, was: 0 })).toEqual({ ok: true, value: { version: 1 } });
      expect(await arrangeQuadrants(lead, { ...OURS, was: 1 })).toEqual({ ok: true, value: { version: 1 } });
    }
    expect(await testDb().auditEvent.count({ where: { teamId: lead.teamId } })).toBe(1);
  });

  it.each([
    ["an empty name", { names: ["Run it", " ", "Build it", "Watch it"] }, "names.1"],
    ["a long name", { names: ["Run it", "Keep it", "Build it", "x".repeat(41)] }, "names.3"],
    ["a name twice", { names: ["Run it", "Keep it", "run  IT", "Watch it"] }, "names.2"],
    ["a quadrant that is not there", { of: { ...OURS.of, media: "4" } }, "of.media"],
    ["a category without one", { of: { ...OURS.of, media: "" } }, "of.media"],
  ])("says what is wrong with %s and stores nothing", async (_, wrong, field) => {
    const lead = await createTeamViewer({ role: "lead" });

    const result = await arrangeQuadrants(lead, { ...OURS, ...wrong, was: 0 });

    expect(result).toMatchObject({ problem: { kind: "invalid", fields: { [field]: expect.any(String) } } });
    expect(await readArrangement(lead)).toEqual({ quadrants: DEFAULT_QUADRANTS, version: 0 });
  });

  it("counts forty signs as people do", async () => {
    const lead = await createTeamViewer({ role: "lead" });
    const names = ["🚀".repeat(40), "Keep it", "Build it", "Watch it"];

    expect(await arrangeQuadrants(lead, { ...OURS, names, was: 0 })).toMatchObject({ ok: true });
  });
});

describe("readQuadrants", () => {
  it("gives a category that is not stored the program's place, and falls back where what is stored is no fold", async () => {
    const lead = await createTeamViewer({ role: "lead" });
    const { teamId } = lead;
    const names = [...OURS.names];
    await testDb().radarSetting.create({ data: { teamId, names, quadrants: { media: 3 } } });
    expect(await readQuadrants(lead)).toEqual({ names, of: { ...DEFAULT_QUADRANTS.of, media: 3 } });

    await testDb().radarSetting.update({ where: { teamId }, data: { quadrants: { media: 9 } } });
    expect(await readQuadrants(lead)).toEqual(DEFAULT_QUADRANTS);
  });
});
