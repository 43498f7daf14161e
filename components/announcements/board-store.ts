import type { Outbox } from "@/components/marking/outbox-types";
import type { BoardRow } from "@/lib/catalogue/board/types";
import type { Standing } from "@/lib/live/types";
import type { Choice, Mine } from "@/lib/voting/types";

import {
  changeBoard,
  openBoard,
  type BoardChange,
  type BoardPlace,
  type BoardState,
  type OpenedBoard,
} from "./board-state";
import type { Answer, Wish } from "./send-mark";

/** What the toast says: a stored change that can be undone, or a refusal that can be tried again. */
export type BoardMessage = { text: string; canUndo: boolean; retry?: () => void };

export type BoardSnapshot = BoardState & { message: BoardMessage | null };

/** An open board, what can be done in it, and how to follow it. A mark fills at once and returns when it is refused. */
export type BoardStore = {
  snapshot: () => BoardSnapshot;
  /** What the server drew, before marks that are still on their way. */
  opened: () => BoardSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Choosing what is chosen does nothing, so that a double click never takes a mark back. */
  mark: (id: string, choice: Choice) => void;
  withdraw: (id: string) => void;
  /** The same for many at once, which one undo takes back. */
  markMany: (ids: readonly string[], choice: Choice | "withdraw") => void;
  /** `was` is the note that the editor was opened with. */
  saveNote: (id: string, text: string, was: string) => Promise<Answer>;
  /** The note that is being written on an announcement, over reloads too. */
  drafts: Pick<Outbox, "draft" | "keepDraft">;
  /** Takes back the last mark or withdrawal that was not yet taken back. */
  undo: () => void;
  append: (page: Pick<OpenedBoard, "rows" | "next">) => void;
  /** Shows what others did, and oneself in another window. */
  hear: (standings: readonly Standing[]) => void;
  /** Forgets the rows of pages that are far away, given how high each was drawn; and takes them in again. */
  leave: (heights: ReadonlyMap<number, number>) => void;
  comeBack: (page: number, rows: BoardRow[]) => void;
  /** Lays the list out as it was left, to be filled where it is looked at. */
  place: (place: BoardPlace) => void;
  /** Says why nothing was done. */
  tell: (text: string) => void;
  dismiss: () => void;
};

/** What one command changed, of one announcement or of many. */
type Done = { id: string; before: Mine | null; after: Mine | null }[];
type Says = { stored: string; canUndo: boolean };

const UNDO_DEPTH = 50;

/** A store for a board that the server opened, whose marks go through the outbox; without one, as on the server, nothing is sent. */
export function createBoardStore(board: OpenedBoard, outbox: Outbox | null): BoardStore {
  const opened: BoardSnapshot = { ...openBoard(board), message: null };
  let current = opened;
  const listeners = new Set<() => void>();
  const done: Done[] = [];
  let unfollow: (() => void) | null = null;

  return {
    snapshot: () => current,
    opened: () => opened,
    subscribe(listener) {
      listeners.add(listener);
      unfollow ??= follow();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unfollow?.();
        unfollow = null;
      };
    },
    mark(id, choice) {
      const before = mineOf(id);
      if (before?.choice !== choice) doAndRemember([{ id, before, after: { choice, note: before?.note ?? "" } }]);
    },
    withdraw(id) {
      const before = mineOf(id);
      if (before) doAndRemember([{ id, before, after: null }]);
    },
    markMany(ids, choice) {
      const steps = ids.map((id) => {
        const before = mineOf(id);
        return { id, before, after: choice === "withdraw" ? null : { choice, note: before?.note ?? "" } };
      });
      const changing = steps.filter(({ before, after }) => before?.choice !== after?.choice);
      if (changing.length > 0) doAndRemember(changing);
      else say({ text: "They are all marked so already.", canUndo: false });
    },
    async saveNote(id, text, was) {
      // Only an answer says that a note is stored: what was typed stays in its editor until then.
      return run(id, { note: { text, was } }, { stored: "Note stored.", canUndo: false }, false);
    },
    drafts: outbox ?? { draft: () => null, keepDraft: () => undefined },
    undo() {
      const last = done.pop();
      if (!last) return;
      const back = last.map(({ id, before, after }) => {
        const note = after === null && before ? { note: { text: before.note } } : {};
        return { id, wish: { mark: before?.choice ?? "withdraw", ...note } as const };
      });
      const was = last.length === 1 ? (last[0]?.before?.choice ?? "unmarked") : `${last.length} as before`;
      void send(back, { stored: `Undone: ${was}, stored.`, canUndo: done.length > 0 });
    },
    append(page) {
      apply({ kind: "appended", ...page });
      showPending();
    },
    hear: (standings) => apply({ kind: "standings", standings }),
    leave: (heights) => apply({ kind: "left", heights }),
    comeBack(page, rows) {
      apply({ kind: "returned", page, rows });
      showPending();
    },
    place: (place) => apply({ kind: "placed", place }),
    tell: (text) => say({ text, canUndo: false }),
    dismiss: () => say(null),
  };

  /** Marks of before a reload, and of other tabs, show like those of this page. */
  function follow(): () => void {
    if (!outbox) return () => undefined;
    showPending();
    const unsubscribe = outbox.subscribe(showPending);
    const unsettle = outbox.onSettled((settled) => {
      for (const { id, answer, isOwn } of settled) {
        take(id, answer);
        if (!isOwn && !answer.ok && rowOf(id)) say({ text: answer.message, canUndo: false });
      }
    });
    return () => {
      unsubscribe();
      unsettle();
    };
  }

  function showPending() {
    const pending = outbox?.snapshot().pending ?? new Map<string, Wish>();
    for (const [id, wish] of pending) apply({ kind: "wished", id, wish });
    if (current.pending !== pending) apply({ kind: "pending", pending });
  }

  function take(id: string, answer: Answer) {
    const isLatest = !outbox?.snapshot().pending.has(id);
    if (answer.ok) apply({ kind: "stored", answer: answer.stored, isLatest });
    else if (isLatest) apply({ kind: "refused", id });
  }

  function doAndRemember(steps: Done) {
    done.push(steps);
    if (done.length > UNDO_DEPTH) done.shift();
    const choice = steps[0]?.after?.choice;
    const what =
      steps.length === 1
        ? choice
          ? "Marked"
          : "Mark withdrawn"
        : choice
          ? `${steps.length} marked`
          : `${steps.length} marks withdrawn`;
    const wanted = steps.map(({ id }) => ({ id, wish: { mark: choice ?? "withdraw" } as const }));
    void send(wanted, { stored: `${[what, choice].filter(Boolean).join(" ")}, stored.`, canUndo: true }).then(
      (isStored) => {
        if (!isStored && done.includes(steps)) done.splice(done.indexOf(steps), 1);
      },
    );
  }

  /** False when nothing of it was stored. */
  async function send(wanted: { id: string; wish: Wish }[], says: Says): Promise<boolean> {
    const [first] = wanted;
    if (first && wanted.length === 1) return (await run(first.id, first.wish, says)).ok;
    if (!outbox) return false;
    const answers = await outbox.wantMany(wanted.map(({ id, wish }) => ({ id, wish, shown: mineOf(id) })));
    const refused = wanted.filter(({ id }) => !answers.get(id)?.ok);
    const told = [...answers.values()].flatMap((answer) => (answer.ok && answer.told ? answer.told : []));
    if (refused.length === 0) {
      say({ text: [...told.slice(0, 1), says.stored].join(" "), canUndo: says.canUndo && done.length > 0 });
      return true;
    }
    const reason = answers.get(refused[0]?.id ?? "");
    const text = `${wanted.length - refused.length} of ${wanted.length} stored. ${reason?.ok === false ? reason.message : ""}`;
    say({ text, canUndo: false, retry: () => void send(refused, says) });
    return refused.length < wanted.length;
  }

  async function run(id: string, wish: Wish, says: Says, toastsRefusal = true): Promise<Answer> {
    if (!outbox) return { ok: false, message: "Not stored: the page is not ready yet." };
    const answer = await outbox.want(id, wish, mineOf(id));
    // A later wish for the row will say what came of it, but not what this one found.
    if (outbox.snapshot().pending.has(id)) {
      if (answer.ok && answer.told) say({ text: answer.told, canUndo: false });
    } else if (answer.ok) {
      say({ text: [answer.told, says.stored].filter(Boolean).join(" "), canUndo: says.canUndo && done.length > 0 });
    } else if (toastsRefusal) {
      say({ text: answer.message, canUndo: false, retry: () => void run(id, wish, says) });
    }
    return answer;
  }

  function rowOf(id: string) {
    return current.rows.find((row) => row.id === id);
  }

  function mineOf(id: string): Mine | null {
    return rowOf(id)?.mine ?? null;
  }

  function apply(change: BoardChange) {
    const changed = changeBoard(current, change);
    if (changed === current) return;
    current = { ...changed, message: current.message };
    for (const listener of listeners) listener();
  }

  function say(message: BoardMessage | null) {
    current = { ...current, message };
    for (const listener of listeners) listener();
  }
}
