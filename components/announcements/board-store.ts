import type { Choice, Mine } from "@/lib/voting/types";

import { changeBoard, openBoard, type BoardChange, type BoardState, type OpenedBoard } from "./board-state";
import { latestWins } from "./latest-wins";
import { joinWishes, type Answer, type Wish } from "./send-mark";

/** What the toast says: a stored change that can be undone, or a refusal that can be tried again. */
export type BoardMessage = { text: string; canUndo: boolean; retry?: () => void };

export type BoardSnapshot = BoardState & { message: BoardMessage | null };

/** An open board, what can be done in it, and how to follow it. A mark fills at once and returns when it is refused. */
export type BoardStore = {
  snapshot: () => BoardSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Choosing what is chosen does nothing, so that a double click never takes a mark back. */
  mark: (id: string, choice: Choice) => void;
  withdraw: (id: string) => void;
  /** `was` is the note that the editor was opened with. */
  saveNote: (id: string, text: string, was: string) => Promise<Answer>;
  /** Takes back the last mark or withdrawal that was not yet taken back. */
  undo: () => void;
  append: (page: Pick<OpenedBoard, "rows" | "next">) => void;
  dismiss: () => void;
};

type Done = { id: string; before: Mine | null; after: Mine | null };

const UNDO_DEPTH = 50;

/** A store for a board that the server opened; `send` posts one wish for one row. */
export function createBoardStore(opened: OpenedBoard, send: (id: string, wish: Wish) => Promise<Answer>): BoardStore {
  let current: BoardSnapshot = { ...openBoard(opened), message: null };
  const listeners = new Set<() => void>();
  const want = latestWins(send, joinWishes);
  const turns = new Map<string, number>();
  const done: Done[] = [];

  return {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    mark(id, choice) {
      const before = mineOf(id);
      if (before?.choice !== choice) doAndRemember({ id, before, after: { choice, note: before?.note ?? "" } });
    },
    withdraw(id) {
      const before = mineOf(id);
      if (before) doAndRemember({ id, before, after: null });
    },
    async saveNote(id, text, was) {
      const before = mineOf(id);
      // Only an answer says that a note is stored: what was typed stays in its editor until then.
      return run(id, { note: { text, was } }, before, { stored: "Note stored.", canUndo: false }, false);
    },
    undo() {
      const last = done.pop();
      if (!last) return;
      const { id, before, after } = last;
      const note = after === null && before ? { note: { text: before.note } } : {};
      const mine = before && { choice: before.choice, note: after === null ? before.note : (mineOf(id)?.note ?? "") };
      const stored = `Undone: ${before?.choice ?? "unmarked"}, stored.`;
      void run(id, { mark: before?.choice ?? "withdraw", ...note }, mine, { stored, canUndo: done.length > 0 });
    },
    append: (page) => apply({ kind: "appended", ...page }),
    dismiss: () => say(null),
  };

  function doAndRemember(step: Done) {
    done.push(step);
    if (done.length > UNDO_DEPTH) done.shift();
    const stored = step.after ? `Marked ${step.after.choice}, stored.` : "Mark withdrawn, stored.";
    void run(step.id, { mark: step.after?.choice ?? "withdraw" }, step.after, { stored, canUndo: true });
  }

  async function run(
    id: string,
    wish: Wish,
    mine: Mine | null,
    says: { stored: string; canUndo: boolean },
    toastsRefusal = true,
  ): Promise<Answer> {
    const turn = (turns.get(id) ?? 0) + 1;
    turns.set(id, turn);
    apply({ kind: "wished", id, mine });
    const answer = await want(id, wish);
    const isLatest = turns.get(id) === turn;
    if (answer.ok) apply({ kind: "stored", answer: answer.stored, isLatest });
    if (!isLatest) return answer;
    if (answer.ok) {
      say({ text: says.stored, canUndo: says.canUndo && done.length > 0 });
      return answer;
    }
    apply({ kind: "refused", id });
    const retry = () => void run(id, wish, mine, says);
    if (toastsRefusal) say({ text: answer.message, canUndo: false, retry });
    return answer;
  }

  function mineOf(id: string): Mine | null {
    return current.rows.find((row) => row.id === id)?.mine ?? null;
  }

  function apply(change: BoardChange) {
    current = { ...changeBoard(current, change), message: current.message };
    for (const listener of listeners) listener();
  }

  function say(message: BoardMessage | null) {
    current = { ...current, message };
    for (const listener of listeners) listener();
  }
}
