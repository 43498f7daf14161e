import { describe, expect, it } from "vitest";

import type { Triage } from "@/lib/voting/triage/types";

import { card, cards, fakeOutbox, fakeWorld, triageOf } from "./fake-triage";
import { shownMarked, shownMine } from "./triage-state";
import { createTriageStore } from "./triage-store";
import type { More, Wanted } from "./triage-types";

const PASS = { mine: { adopt: 1, investigate: 0, ignore: 0 }, seconds: 60, putOff: 0, split: 7 };
const END: More = { cards: [], hasMore: false, pass: PASS };

function open(triage: Triage, server: (wanted: Wanted) => More | null = () => END) {
  const around = fakeWorld(server);
  const post = fakeOutbox();
  const store = createTriageStore(triage, around.world);
  store.attach(post.outbox);
  const shown = () => {
    const { cards: all, at } = store.snapshot();
    return all[at]?.id ?? null;
  };
  const mineOf = (n: number) => {
    const { cards: all, pending } = store.snapshot();
    const found = all.find(({ id }) => id === `id-${n}`);
    return found ? shownMine(found, pending) : undefined;
  };
  return { store, ...around, ...post, shown, mineOf, settle: () => new Promise((resolve) => setTimeout(resolve)) };
}

describe("a mark", () => {
  it("fills at once, and the next card comes after a moment", () => {
    const { store, shown, mineOf, tick } = open(triageOf(cards(1, 3)));

    store.mark("adopt");
    expect(mineOf(1)).toEqual({ choice: "adopt", note: "" });
    expect([shown(), store.snapshot().moving]).toEqual(["id-1", "adopt"]);
    tick();
    expect([shown(), store.snapshot().moving]).toEqual(["id-2", null]);
  });

  it("goes to the card that came when the next key is pressed before the moment is over", () => {
    const { store, shown, sent, tick } = open(triageOf(cards(1, 3)));

    store.mark("adopt");
    store.mark("ignore");
    tick();
    expect(sent).toEqual([
      ["id-1", { mark: "adopt" }],
      ["id-2", { mark: "ignore" }],
    ]);
    expect(shown()).toBe("id-3");
  });

  it("is called stored only once it is", async () => {
    const { store, answer, tick } = open(triageOf(cards(1, 3)));

    store.mark("adopt");
    tick();
    expect(store.snapshot().message).toBeNull();
    expect(shownMarked(store.snapshot(), store.snapshot().pending)).toBe(1);
    await answer();
    expect(store.snapshot().message).toMatchObject({ text: "Marked adopt, stored.", canUndo: true, aboutId: "id-1" });
    expect(store.snapshot().marked).toBe(1);
  });

  it("goes back when it is refused, with the reason, wherever one is by then", async () => {
    const { store, shown, mineOf, answer, tick } = open(triageOf(cards(1, 3)));

    store.mark("adopt");
    tick();
    await answer({ refused: "Not stored: the round closed." });
    expect(mineOf(1)).toBeNull();
    expect(shown()).toBe("id-2");
    expect(store.snapshot().message).toMatchObject({ text: "Not stored: the round closed.", isRefusal: true });
    expect(shownMarked(store.snapshot(), store.snapshot().pending)).toBe(0);
  });

  it("that is there already asks for nothing and leads on", () => {
    const { store, shown, sent, tick } = open(triageOf([card(1, { mine: { choice: "adopt", note: "" } }), card(2)]));

    store.mark("adopt");
    tick();
    expect([shown(), sent]).toEqual(["id-2", []]);
  });

  it("skips what is marked in another window", () => {
    const { store, shown, tick } = open(triageOf([card(1), card(2), card(3)]));

    store.patch({ ...standing(2), mine: { choice: "ignore", note: "" } });
    store.mark("adopt");
    tick();
    expect(shown()).toBe("id-3");
  });

  it("tells the pace", () => {
    const { store, wait } = open(triageOf(cards(1, 4)));

    for (const seconds of [0, 12, 14, 400]) {
      wait(seconds * 1000);
      store.mark("adopt");
    }
    expect(store.snapshot().gaps).toEqual([12, 14]);
  });
});

describe("undo", () => {
  it("takes the last mark back and shows its card, one after the other", async () => {
    const { store, shown, sent, answer, isWaiting, tick } = open(triageOf(cards(1, 3)));
    store.mark("adopt");
    store.mark("ignore");
    tick();

    store.undo();
    expect([shown(), sent.at(-1)]).toEqual(["id-2", ["id-2", { mark: "withdraw" }]]);
    store.undo();
    expect([shown(), sent.at(-1)]).toEqual(["id-1", ["id-1", { mark: "withdraw" }]]);
    store.undo();
    expect(store.snapshot().message?.text).toBe("Nothing to undo.");
    while (isWaiting()) await answer();
    expect(store.snapshot().message?.text).toBe("Undone: unmarked, stored.");
  });

  it("puts back what was marked before", () => {
    const { store, sent } = open(triageOf([card(1, { mine: { choice: "ignore", note: "No." } }), card(2)]));

    store.mark("adopt");
    store.undo();
    expect(sent).toEqual([
      ["id-1", { mark: "adopt" }],
      ["id-1", { mark: "ignore" }],
    ]);
  });
});

describe("later", () => {
  it("takes the card out of the way, stores that, and undo brings it back", async () => {
    const { store, shown, later, settle } = open(triageOf(cards(1, 3)));

    store.putOff();
    expect([shown(), store.snapshot().putOff]).toEqual(["id-2", 1]);
    store.undo();
    expect([shown(), store.snapshot().putOff]).toEqual(["id-1", 0]);
    await settle();
    expect(later).toEqual([
      ["id-1", true],
      ["id-1", false],
    ]);
  });

  it("of the last card loaded asks for what comes after it, not for itself", async () => {
    const { store, asked, settle } = open(triageOf(cards(1, 1), { hasMore: true }), () => null);

    store.putOff();
    await settle();
    expect(asked.at(-1)).toEqual({ after: "c-1" });
  });
});

describe("the way on", () => {
  it("loads more while there are few ahead, and never a card twice", async () => {
    const more: More = { cards: cards(3, 9), hasMore: true, pass: null };
    const { store, asked, settle } = open(triageOf(cards(1, 3), { hasMore: true, total: 65 }), () => more);
    await settle();

    expect(store.snapshot().cards.map(({ id }) => id)).toEqual(cards(1, 9).map(({ id }) => id));
    expect(asked).toEqual([{ after: "c-3" }]);
  });

  it("ends with how it went, once all of it is stored", async () => {
    const { store, shown, answer, settle, tick } = open(triageOf(cards(1, 1)));

    store.mark("adopt");
    tick();
    await settle();
    expect([shown(), store.snapshot().pass]).toEqual([null, null]);
    await answer();
    await settle();
    expect(store.snapshot().pass).toEqual(PASS);
  });

  it("says when more did not come, and goes on when asked again", async () => {
    let isDown = true;
    const { store, shown, settle } = open(triageOf(cards(1, 1), { hasMore: true }), () =>
      isDown ? null : { cards: cards(2, 3), hasMore: false, pass: null },
    );
    store.move(1);
    await settle();
    expect([shown(), store.snapshot().isStuck]).toEqual([null, true]);

    isDown = false;
    store.retry();
    await settle();
    expect([shown(), store.snapshot().isStuck]).toEqual(["id-2", false]);
  });

  it("goes back past where it was opened", async () => {
    const before: More = { cards: [card(0, { mine: { choice: "adopt", note: "" } })], hasMore: true, pass: null };
    const { store, shown, settle } = open(triageOf(cards(1, 2)), (wanted) => ("before" in wanted ? before : END));

    store.move(-1);
    await settle();
    expect(shown()).toBe("id-0");
  });
});

describe("a note", () => {
  it("goes with the mark just made", () => {
    const { store, shown } = open(triageOf(cards(1, 3)));

    store.openNote();
    expect(store.snapshot().message?.text).toBe("Mark it first: a note goes with a mark.");
    store.mark("adopt");
    store.openNote();
    expect([shown(), store.snapshot().noteTurn]).toEqual(["id-1", 1]);
    store.next();
    expect(shown()).toBe("id-2");
  });

  it("is kept at once and sent when the hands rest, each over the one before", async () => {
    const { store, sent, drafts, tick, answer, isWaiting } = open(triageOf(cards(1, 3)));
    store.mark("adopt");
    store.openNote();

    store.typeNote("id-1", "Che");
    store.typeNote("id-1", "Cheap");
    expect([drafts.get("id-1"), sent.length]).toEqual([{ text: "Cheap", was: "" }, 1]);
    tick();
    store.typeNote("id-1", "Cheaper");
    tick();
    expect(sent.slice(1)).toEqual([
      ["id-1", { note: { text: "Cheap", was: "" } }],
      ["id-1", { note: { text: "Cheaper", was: "Cheap" } }],
    ]);
    while (isWaiting()) await answer();
    expect(store.snapshot().notes["id-1"]).toMatchObject({ text: "Cheaper", state: "stored" });
  });

  it("is sent without waiting when the card is left", () => {
    const { store, sent } = open(triageOf(cards(1, 3)));
    store.mark("adopt");
    store.openNote();

    store.typeNote("id-1", "Cheap");
    store.next();
    expect(sent.at(-1)).toEqual(["id-1", { note: { text: "Cheap", was: "" } }]);
  });

  it("that was changed elsewhere stays beside what is stored, until one is chosen", async () => {
    const { store, sent, tick, answer } = open(triageOf([card(1, { mine: { choice: "adopt", note: "Old" } })]));
    store.typeNote("id-1", "Mine");
    tick();
    await answer({ refused: "Your note was changed meanwhile.", storedNote: "Theirs" });

    expect(store.snapshot().notes["id-1"]).toMatchObject({ text: "Mine", state: "refused" });
    store.settleNote("id-1", "mine");
    expect(sent.at(-1)).toEqual(["id-1", { note: { text: "Mine", was: "Theirs" } }]);
  });
});

function standing(n: number) {
  const { id, marks, tally, lean, comments, decision } = card(n);
  return { announcementId: id, marks, tally, lean, comments, decision };
}
