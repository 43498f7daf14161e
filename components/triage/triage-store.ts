import type { Outbox, Settled } from "@/components/marking/outbox-types";
import { withGap } from "@/lib/voting/triage/pace";
import type { Triage, TriageCard } from "@/lib/voting/triage/types";
import type { Choice, Mine } from "@/lib/voting/types";

import { createMore } from "./triage-more";
import { createNotes } from "./triage-notes";
import {
  follow,
  markedWords,
  nextUnmarked,
  openTriage,
  putBack,
  settle,
  shownMine,
  takeOut,
  type Standing,
} from "./triage-state";
import type { TriageSnapshot, TriageWorld } from "./triage-types";

export type TriageStore = ReturnType<typeof createTriageStore>;

type Done = { kind: "mark"; id: string; before: Mine | null } | { kind: "later"; card: TriageCard; index: number };

const UNDO_DEPTH = 100;

/**
 * An open triage and what can be done in it. Marks and notes go through the outbox, which keeps them until they are stored:
 * what is on its way lies over what the server last said, so that a refused mark returns by itself.
 */
export function createTriageStore(triage: Triage, world: TriageWorld) {
  let outbox: Outbox | null = null;
  let markedAt: number | null = null;
  let cancelMove: (() => void) | null = null;
  const done: Done[] = [];
  const listeners = new Set<() => void>();
  let current: TriageSnapshot = {
    ...openTriage(triage),
    ...{ pending: new Map(), status: "online", gaps: triage.gaps, moving: null, lastMarked: null, message: null },
    ...{ notes: {}, noteTurn: 0, isStuck: false },
  };
  const more = createMore(world, triage, { current: () => current, set, go, say, mineOf });
  const notes = createNotes({
    mineOf,
    outbox: () => outbox,
    after: world.after,
    show: (id, note) => set({ notes: { ...current.notes, [id]: note } }),
  });

  return {
    snapshot: () => current,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Follows an outbox until what it returns is called. */
    attach(to: Outbox): () => void {
      outbox = to;
      const leave = [to.subscribe(takeOver), to.onSettled(settled)];
      takeOver();
      // What was marked and not sent before the page was loaded again needs no mark any more.
      set({
        cards: current.cards.filter((card, index) => index <= current.at || !to.snapshot().pending.get(card.id)?.mark),
      });
      const here = cardShown();
      if (here) notes.resume(here.id);
      void more.refill();
      return () => leave.forEach((stop) => stop());
    },
    mark,
    /** Takes back the last mark or putting off that was not yet taken back, and shows the card. */
    undo,
    putOff,
    /** Steps along the cards, marked or not. */
    move(by: 1 | -1) {
      finishMove();
      if (by === 1) go(Math.min(current.at + 1, current.cards.length));
      else if (current.at > 0) go(current.at - 1);
      else void more.before();
    },
    /** On to the next that needs a mark. */
    next() {
      finishMove();
      go(nextUnmarked(current, current.pending));
    },
    /** Shows the card of an announcement, fetched when it is not here. */
    show: (id: string) => go(current.cards.findIndex((card) => card.id === id)),
    /** Puts the cursor in the note of what is marked: of this card, else of the one just marked. */
    openNote() {
      finishMove();
      const here = cardShown();
      const isMarked = here && mineOf(here.id) !== null;
      const last = current.lastMarked;
      if (!isMarked && (!last || mineOf(last.id) === null)) return say("Mark it first: a note goes with a mark.");
      if (!isMarked && last) go(current.cards.findIndex(({ id }) => id === last.id));
      set({ noteTurn: current.noteTurn + 1, message: null });
    },
    typeNote: notes.type,
    /** Sends what is typed without waiting any longer. */
    flushNotes: notes.flush,
    /** Replaces the note that was stored meanwhile, or takes it over. */
    settleNote: notes.decide,
    /** Where the team stands, as others changed it; what they said is asked for again when it is on show. */
    patch(standing: Standing) {
      const card = current.cards.find(({ id }) => id === standing.announcementId);
      if (!card) return;
      set(follow(current, standing));
      if (card.id === cardShown()?.id && card.marks !== standing.marks) void more.refresh(card);
    },
    /** Looks at the shown card again, as after a while in the background. */
    async refresh() {
      const here = cardShown();
      if (here) await more.refresh(here);
      await more.refill();
    },
    /** Stands at an announcement that may not be here, as when the browser came back to an address. */
    reopen: more.reopen,
    retry: () => void more.refill(),
    dismiss: () => set({ message: null }),
  };

  function mark(choice: Choice) {
    finishMove();
    const card = cardShown();
    if (!card || !outbox) return;
    const before = mineOf(card.id);
    if (before?.choice !== choice) {
      remember({ kind: "mark", id: card.id, before });
      const at = world.now();
      if (before === null && markedAt !== null) set({ gaps: withGap(current.gaps, (at - markedAt) / 1000) });
      markedAt = at;
      want(card.id, choice, before);
    }
    set({ moving: choice, lastMarked: card, message: null });
    cancelMove = world.after(world.pause(), () => {
      finishMove();
    });
  }

  function undo() {
    finishMove();
    const last = done.pop();
    if (!last) return say("Nothing to undo.");
    if (last.kind === "later") {
      more.keepPutOff(last.card.id, false);
      set({
        ...putBack(current, { ...last.card, isPutOff: false }, last.index),
        putOff: Math.max(0, current.putOff - 1),
      });
      return say("Back from later.");
    }
    const { id, before } = last;
    const shown = mineOf(id);
    if (shown && !before && shown.note) outbox?.keepDraft(id, { text: shown.note, was: "" });
    want(id, before?.choice ?? "withdraw", shown, true);
    go(current.cards.findIndex((card) => card.id === id));
  }

  function putOff() {
    finishMove();
    const card = cardShown();
    if (!card) return;
    // Among what is put off there is nothing to change: it waits for the next time.
    if (card.isPutOff) return go(current.at + 1);
    const index = current.at;
    remember({ kind: "later", card, index });
    set({ ...takeOut(current, card.id), putOff: current.putOff + 1, pass: null });
    say("Put off: it comes again at the end.", true);
    more.keepPutOff(card.id, true);
    void more.refill();
  }

  function want(id: string, choice: Choice | "withdraw", shown: Mine | null, isUndo = false) {
    void outbox?.want(id, { mark: choice }, shown).then((answer) => {
      if (!answer.ok) return set({ message: { text: answer.message, canUndo: false, aboutId: id, isRefusal: true } });
      const stored = isUndo
        ? `Undone: ${choice === "withdraw" ? "unmarked" : choice}, stored.`
        : `${markedWords(choice)}, stored.`;
      set({ message: { text: answer.told ?? stored, canUndo: done.length > 0, aboutId: isUndo ? null : id } });
      void revealed(id);
    });
  }

  /** In a blind round a mark opens what others said, which its answer does not carry. */
  async function revealed(id: string) {
    const card = current.cards.find((one) => one.id === id);
    if (card && card.others === null) await more.refresh(card);
  }

  function settled(all: readonly Settled[]) {
    for (const { id, wish, answer } of all) {
      if (answer.ok) set(settle(current, { ...answer.stored, announcementId: id }));
      notes.settled(id, wish, answer);
    }
    void more.refill();
  }

  function takeOver() {
    if (!outbox) return;
    const { pending, status } = outbox.snapshot();
    set({ pending, status });
  }

  function finishMove() {
    if (current.moving === null) return;
    cancelMove?.();
    set({ moving: null });
    go(nextUnmarked(current, current.pending));
  }

  function go(index: number) {
    notes.flush();
    if (index < 0) return;
    set({ at: index, pass: index < current.cards.length ? null : current.pass });
    const here = cardShown();
    if (here) notes.resume(here.id);
    void more.refill();
  }

  function cardShown(): TriageCard | undefined {
    return current.cards[current.at];
  }

  function mineOf(id: string): Mine | null {
    const card = current.cards.find((one) => one.id === id);
    return card ? shownMine(card, current.pending) : null;
  }

  function remember(step: Done) {
    done.push(step);
    if (done.length > UNDO_DEPTH) done.shift();
  }

  function say(text: string, canUndo = false) {
    set({ message: { text, canUndo, aboutId: null } });
  }

  function set(changes: Partial<TriageSnapshot>) {
    current = { ...current, ...changes };
    for (const listener of listeners) listener();
  }
}
