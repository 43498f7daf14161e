import type { Choice, Lean, Marked, Mine, Tally } from "@/lib/voting/types";
import type { Triage, TriageCard, TriagePass } from "@/lib/voting/triage/types";

import type { Wish } from "@/components/announcements/send-mark";

/** What an open triage knows. `mine` of a card is what the server last said; what is on its way lies over it when shown. */
export type TriageState = {
  /** In the order they are gone through. */
  cards: readonly TriageCard[];
  /** Which of them is shown; past the last one the way is at its end, or more is on its way. */
  at: number;
  hasMore: boolean;
  /** How many of the conference's `total` announcements the viewer has marked. */
  marked: number;
  total: number;
  putOff: number;
  pass: TriagePass | null;
};

/** Where the team stands on an announcement after others did something. */
export type Standing = {
  announcementId: string;
  marks: number;
  tally: Tally | null;
  lean: Lean | null;
  comments: number;
  decision: Choice | null;
  /** One's own mark, where it may have changed in another window. */
  mine?: Mine | null;
};

/** What is on its way to the server, by announcement. */
export type Pending = ReadonlyMap<string, Wish>;

/** The state of a triage that the server opened. */
export function openTriage({ cards, hasMore, head, putOff, pass }: Triage): TriageState {
  return { cards, at: 0, hasMore, marked: head.counts.marked, total: head.counts.total, putOff, pass };
}

/** One's own mark as it is shown: what is on its way over what is stored. */
export function shownMine({ id, mine }: TriageCard, pending: Pending): Mine | null {
  const wish = pending.get(id);
  if (!wish) return mine;
  if (wish.mark === "withdraw") return null;
  const choice = wish.mark ?? mine?.choice;
  return choice ? { choice, note: wish.note?.text ?? mine?.note ?? "" } : null;
}

/** How many are marked, counting what is on its way. */
export function shownMarked({ cards, marked }: TriageState, pending: Pending): number {
  const shown = (card: TriageCard) => Number(shownMine(card, pending) !== null) - Number(card.mine !== null);
  return cards.reduce((sum, card) => sum + shown(card), marked);
}

/** Where the next card stands that still needs a mark, or past the last one. */
export function nextUnmarked({ cards, at }: TriageState, pending: Pending): number {
  const found = cards.findIndex((card, index) => index > at && shownMine(card, pending) === null);
  return found === -1 ? cards.length : found;
}

/** Cards that come next, those that still need a mark alone. */
export function ahead({ cards, at }: TriageState, pending: Pending): TriageCard[] {
  return cards.slice(at + 1).filter((card) => shownMine(card, pending) === null);
}

/** With more cards at the end; what is already here stays what it is. */
export function append(
  state: TriageState,
  { cards, hasMore, pass }: Pick<TriageState, "cards" | "hasMore" | "pass">,
): TriageState {
  const known = new Set(state.cards.map(({ id }) => id));
  return { ...state, hasMore, pass, cards: [...state.cards, ...cards.filter(({ id }) => !known.has(id))] };
}

/** With cards before the first; the one shown stays the one shown. */
export function prepend(state: TriageState, cards: readonly TriageCard[]): TriageState {
  const known = new Set(state.cards.map(({ id }) => id));
  const added = cards.filter(({ id }) => !known.has(id));
  return { ...state, at: state.at + added.length, cards: [...added, ...state.cards] };
}

/** Without a card that was put off: the next one stands in its place. */
export function takeOut(state: TriageState, id: string): TriageState {
  const index = state.cards.findIndex((card) => card.id === id);
  if (index === -1) return state;
  const at = index < state.at ? state.at - 1 : state.at;
  return { ...state, at, cards: state.cards.toSpliced(index, 1) };
}

/** With a card back where it was, and shown. */
export function putBack(state: TriageState, card: TriageCard, index: number): TriageState {
  const at = Math.min(index, state.cards.length);
  return { ...state, at, cards: state.cards.toSpliced(at, 0, card) };
}

/** With a card as the server now tells it. */
export function replace(state: TriageState, card: TriageCard): TriageState {
  return patch(state, card.id, card);
}

/** With what a mark changed. */
export function settle(state: TriageState, { announcementId, mine, marks, tally, lean, marked }: Marked): TriageState {
  return { ...patch(state, announcementId, { mine, marks, tally, lean }), marked };
}

/** With what others did meanwhile. */
export function follow(state: TriageState, { announcementId, ...standing }: Standing): TriageState {
  return patch(state, announcementId, standing);
}

/** The words for what a mark is: "Marked adopt", "Mark withdrawn". */
export function markedWords(mark: Choice | "withdraw"): string {
  return mark === "withdraw" ? "Mark withdrawn" : `Marked ${mark}`;
}

function patch(state: TriageState, id: string, changes: Partial<TriageCard>): TriageState {
  return { ...state, cards: state.cards.map((card) => (card.id === id ? { ...card, ...changes } : card)) };
}
