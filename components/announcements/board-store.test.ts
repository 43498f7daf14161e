import { describe, expect, it } from "vitest";

import type { BoardRow } from "@/lib/catalogue/board/types";
import { memoryShelf } from "@/components/marking/browser-shelf";
import { createOutbox } from "@/components/marking/outbox";
import type { Part } from "@/components/marking/outbox-entry";
import type { Mine } from "@/lib/voting/types";

import { createBoardStore } from "./board-store";
import type { Answer, Wish } from "./send-mark";

function row(id: string, mine: Mine | null = null): BoardRow {
  const tally = { adopt: 0, investigate: 0, ignore: 0 };
  const shown = { slug: id, title: id, category: "compute", availability: "ga", mentions: 1, comments: 0 } as const;
  return { ...shown, id, services: [], mine, marks: 0, tally, lean: null, decision: null };
}

/** A server that keeps one mark and answers when told to. */
function setUp(mine: Mine | null = null) {
  let stored = mine;
  const sent: Wish[] = [];
  let names = 0;
  const waiting: ((refusal?: string) => void)[] = [];
  const send = (id: string, wish: Wish) => {
    sent.push(wish);
    return new Promise<Answer>((resolve) => {
      waiting.push((refusal) => {
        if (refusal) return resolve({ ok: false, message: refusal });
        const note = wish.note?.text ?? stored?.note ?? "";
        const choice = wish.mark ?? stored?.choice ?? "adopt";
        stored = choice === "withdraw" ? null : { choice, note };
        const tally = { adopt: 0, investigate: 0, ignore: 0, ...(stored && { [stored.choice]: 1 }) };
        const lean = stored?.choice ?? null;
        resolve({
          ok: true,
          stored: {
            announcementId: id,
            mine: stored,
            marks: Number(stored !== null),
            tally,
            lean,
            marked: stored ? 1 : 0,
          },
        });
      });
    });
  };
  const outbox = createOutbox({
    shelf: memoryShelf(),
    lock: null,
    isOnline: () => true,
    now: Date.now,
    random: () => String(++names),
    after: () => () => undefined,
    send: async (parts) => {
      const [part] = parts;
      if (parts.length > 1) return { kind: "answered", answers: many(parts) };
      const answers = new Map(part && [[part.id, await send(part.id, part.wish)]]);
      return { kind: "answered", answers };
    },
  });
  const rows = [row("one", mine), row("two"), row("three", { choice: "ignore", note: "Dear." })];
  const store = createBoardStore({ rows, next: null, marked: mine ? 1 : 0 }, outbox);
  store.subscribe(() => undefined);
  const answer = async (refusal?: string) => {
    waiting.shift()?.(refusal);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { store, sent, answer, mine: () => store.snapshot().rows[0]?.mine };
}

/** Stores what it is asked for each, but for what is gone. */
function many(parts: readonly Part[]): Map<string, Answer> {
  return new Map(
    parts.map(({ id, wish }): [string, Answer] => {
      if (id === "two" && wish.mark === "ignore") return [id, { ok: false, message: "It is gone." }];
      const mine = wish.mark && wish.mark !== "withdraw" ? { choice: wish.mark, note: wish.note?.text ?? "" } : null;
      const tally = { adopt: 0, investigate: 0, ignore: 0 };
      return [id, { ok: true, stored: { announcementId: id, mine, marks: 1, tally, lean: null, marked: 3 } }];
    }),
  );
}

describe("the board's store", () => {
  it("fills a mark at once and says so only when it is stored", async () => {
    const { store, answer, mine } = setUp();

    store.mark("one", "adopt");
    expect(mine()).toEqual({ choice: "adopt", note: "" });
    expect(store.snapshot().message).toBeNull();

    await answer();
    expect(store.snapshot().message).toMatchObject({ text: "Marked adopt, stored.", canUndo: true });
    expect(store.snapshot().marked).toBe(1);
  });

  it("sends nothing for a second click on the same choice", async () => {
    const { store, sent, answer, mine } = setUp();
    store.mark("one", "adopt");
    store.mark("one", "adopt");
    await answer();
    store.mark("one", "adopt");
    expect(sent).toEqual([{ mark: "adopt" }]);
    expect(mine()?.choice).toBe("adopt");
  });

  it("returns to what is stored when a mark is refused, and can try again", async () => {
    const { store, sent, answer, mine } = setUp({ choice: "ignore", note: "Old." });

    store.mark("one", "adopt");
    await answer("Not stored: you are signed out.");
    expect(mine()).toEqual({ choice: "ignore", note: "Old." });
    expect(store.snapshot().message).toMatchObject({ text: "Not stored: you are signed out." });

    store.snapshot().message?.retry?.();
    await answer();
    expect(mine()).toEqual({ choice: "adopt", note: "Old." });
    expect(sent).toHaveLength(2);
  });

  it("sends the last of several quick changes, and shows it throughout", async () => {
    const { store, sent, answer, mine } = setUp();

    store.mark("one", "adopt");
    store.mark("one", "ignore");
    store.mark("one", "investigate");
    await answer();
    expect(mine()?.choice).toBe("investigate");
    await answer();

    expect(sent).toEqual([{ mark: "adopt" }, { mark: "investigate" }]);
    expect(mine()?.choice).toBe("investigate");
    expect(store.snapshot().message?.text).toBe("Marked investigate, stored.");
  });

  it("undoes a first mark by withdrawing it, and a withdrawal with its note", async () => {
    const first = setUp();
    first.store.mark("one", "adopt");
    await first.answer();
    first.store.undo();
    await first.answer();
    expect(first.sent.at(-1)).toEqual({ mark: "withdraw" });
    expect(first.mine()).toBeNull();

    const second = setUp({ choice: "adopt", note: "Why." });
    second.store.withdraw("one");
    await second.answer();
    expect(second.mine()).toBeNull();
    second.store.undo();
    await second.answer();
    expect(second.mine()).toEqual({ choice: "adopt", note: "Why." });
  });

  it("shows a note only once it is stored, and hands a refusal to the editor", async () => {
    const { store, answer, mine } = setUp({ choice: "adopt", note: "" });

    const saving = store.saveNote("one", "Cheaper.", "");
    expect(mine()?.note).toBe("");
    await answer();
    expect(await saving).toMatchObject({ ok: true });
    expect(mine()?.note).toBe("Cheaper.");

    const refused = store.saveNote("one", "x".repeat(20_000), "Cheaper.");
    await answer("The note has 20,000 characters.");
    expect(await refused).toMatchObject({ ok: false });
    expect(mine()?.note).toBe("Cheaper.");
    expect(store.snapshot().message?.text).toBe("Note stored.");
  });

  it("marks many at once, and one undo restores each mark and note", async () => {
    const { store, answer } = setUp({ choice: "adopt", note: "" });
    const shown = () => store.snapshot().rows.map(({ mine }) => mine && [mine.choice, mine.note]);
    const before = shown();

    store.markMany(["one", "two", "three"], "adopt");
    expect(shown().map((mine) => mine?.[0])).toEqual(["adopt", "adopt", "adopt"]);
    await answer();
    expect(store.snapshot().message).toMatchObject({ text: "2 marked adopt, stored.", canUndo: true });
    store.markMany(["one", "two", "three"], "withdraw");
    await answer();
    expect(store.snapshot().message?.text).toBe("3 marks withdrawn, stored.");
    store.undo();
    await answer();
    expect(store.snapshot().message?.text).toBe("Undone: 3 as before, stored.");
    store.undo();
    await answer();
    expect(shown().map((mine) => mine?.[0])).toEqual(before.map((mine) => mine?.[0]));
  });

  it("says how many of many were stored and why not the others, which go back", async () => {
    const { store, answer } = setUp();
    store.markMany(["one", "two"], "ignore");
    await answer();
    expect(store.snapshot().message).toMatchObject({ text: "1 of 2 stored. It is gone.", canUndo: false });
    expect(store.snapshot().rows.map(({ mine }) => mine?.choice)).toEqual(["ignore", undefined, "ignore"]);
  });
});
