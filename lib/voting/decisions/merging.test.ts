import { describe, expect, it } from "vitest";

import { mergeAnnouncements, undoMerge } from "@/lib/catalogue/merging/commands";

import { reopenDecision, settleDecision } from "./commands";
import { recordDelivery } from "./delivery";
import { readDecisionHistory } from "./queries";
import { createDecisionWorld } from "./testing";

async function setUp() {
  const world = await createDecisionWorld(2);
  const { lead, idOf } = world;
  const merge = async () => {
    const merged = await mergeAnnouncements(lead, { keep: idOf(0), drop: idOf(1) });
    if (!merged.ok) throw new Error(merged.problem.message);
    return merged.value.mergeId;
  };
  const history = async (index: number) =>
    (await readDecisionHistory(lead, idOf(index))).map(({ kind, reason, state }) => [kind, reason, state]);
  return { ...world, merge, history };
}

describe("a merge", () => {
  it("brings the history of both together, of which the newer decision stands, and its undo parts them again", async () => {
    const { lead, idOf, stands, was, merge, history } = await setUp();
    await settleDecision(lead, { announcementId: idOf(0), choice: "adopt", reason: "First.", was: null });
    await recordDelivery(lead, { announcementId: idOf(0), was: "planned", delivery: "done", on: "2021-01-04" });
    await settleDecision(lead, { announcementId: idOf(1), choice: "ignore", reason: "Second.", was: null });
    await settleDecision(lead, { announcementId: idOf(1), choice: "ignore", reason: "Third.", was: await was(1) });
    const before = [await history(0), await history(1), await stands(0), await stands(1)];

    const mergeId = await merge();

    expect(await stands(0)).toMatchObject({ choice: "ignore", reason: "Third." });
    expect(await history(0)).toEqual([
      ["settled", "Third.", "decided"],
      ["settled", "Second.", "superseded"],
      ["delivered", "First.", null],
      ["settled", "First.", "superseded"],
    ]);
    await undoMerge(lead, { mergeId });
    expect([await history(0), await history(1), await stands(0), await stands(1)]).toEqual(before);
  });

  it("leaves with the kept one what was decided there since", async () => {
    const { lead, idOf, stands, was, merge, history } = await setUp();
    await settleDecision(lead, { announcementId: idOf(1), choice: "adopt", reason: "Before.", was: null });
    const mergeId = await merge();
    await reopenDecision(lead, { announcementId: idOf(1), was: await was(0), why: "Look again." });
    await settleDecision(lead, { announcementId: idOf(0), choice: "ignore", reason: "After.", was: null });

    await undoMerge(lead, { mergeId });

    expect(await stands(0)).toMatchObject({ reason: "After." });
    expect(await history(0)).toEqual([
      ["settled", "After.", "decided"],
      ["reopened", "Look again.", null],
    ]);
    expect((await history(1)).map(([, reason]) => reason)).toEqual(["Before."]);
  });
});
