import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { answered, moved, moveTo, sending, shownOrder, type OrderState } from "./order-state";

const IDS = ["a", "b", "c", "d"];

describe("moveTo", () => {
  it("brings a row to its place, whichever it is and wherever it was", () => {
    fc.assert(
      fc.property(fc.constantFrom(...IDS), fc.integer({ min: -2, max: 6 }), (id, place) => {
        const move = moveTo(IDS, id, place);
        const order = move ? moved(IDS, move) : IDS;

        expect(order.indexOf(id)).toBe(Math.max(0, Math.min(3, place)));
        expect(order.filter((other) => other !== id)).toEqual(IDS.filter((other) => other !== id));
      }),
    );
  });

  it("names both neighbours, so that a filter does not matter", () => {
    expect(moveTo(IDS, "a", 1)).toEqual({ id: "a", before: "c", after: "b" });
    expect(moveTo(IDS, "a", 3)).toEqual({ id: "a", before: null, after: "d" });
    expect(moveTo(IDS, "d", 0)).toEqual({ id: "d", before: "a", after: null });
  });

  it("is nothing for a row that stays, and for one that is not there", () => {
    expect(moveTo(IDS, "b", 1)).toBeNull();
    expect(moveTo(IDS, "z", 1)).toBeNull();
  });
});

describe("moved", () => {
  it("leaves the order as it is when what the row goes beside is gone", () => {
    expect(moved(IDS, { id: "a", before: "z", after: null })).toEqual(IDS);
    expect(moved(IDS, { id: "a", before: null, after: "z" })).toEqual(IDS);
    expect(moved(IDS, { id: "z", before: "a", after: null })).toEqual(IDS);
  });
});

describe("a move on its way", () => {
  const start: OrderState = { stored: IDS, pending: [] };
  const first = { id: "d", before: "a", after: null };
  const second = { id: "a", before: null, after: "c" };

  it("shows at once, and stays when it is stored", () => {
    const state = sending(sending(start, first), second);
    expect(shownOrder(state)).toEqual(["d", "b", "c", "a"]);

    const stored = answered(answered(state, true), true);
    expect(stored).toEqual({ stored: ["d", "b", "c", "a"], pending: [] });
  });

  it("goes back when it is not stored, and takes no later move with it", () => {
    const state = answered(sending(sending(start, first), second), false);

    expect(shownOrder(state)).toEqual(["b", "c", "a", "d"]);
    expect(state.stored).toEqual(IDS);
  });
});
