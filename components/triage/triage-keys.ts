import type { Choice } from "@/lib/voting/types";

export type TriageCommand =
  | { kind: "mark"; choice: Choice }
  | { kind: "move"; by: 1 | -1 }
  | { kind: "next" | "note" | "thread" | "open" | "later" | "undo" | "search" | "help" };

type KeyMeaning = { keys: readonly string[]; does: string; command: TriageCommand };

/** Every key of triage, in the order the help shows them. */
export const TRIAGE_KEYS: readonly KeyMeaning[] = [
  { keys: ["a"], does: "Mark adopt, and on to the next", command: { kind: "mark", choice: "adopt" } },
  { keys: ["i"], does: "Mark investigate, and on to the next", command: { kind: "mark", choice: "investigate" } },
  { keys: ["x"], does: "Mark ignore, and on to the next", command: { kind: "mark", choice: "ignore" } },
  { keys: ["n"], does: "Note on this mark, or on the one just made", command: { kind: "note" } },
  { keys: ["u"], does: "Undo, back to that card", command: { kind: "undo" } },
  { keys: ["s"], does: "Later: it comes again at the end", command: { kind: "later" } },
  { keys: ["j", "ArrowRight"], does: "Next card", command: { kind: "move", by: 1 } },
  { keys: ["k", "ArrowLeft"], does: "Card before", command: { kind: "move", by: -1 } },
  { keys: ["Enter"], does: "Next that needs my mark, also from the note", command: { kind: "next" } },
  { keys: ["c"], does: "Thread", command: { kind: "thread" } },
  { keys: ["o"], does: "Full page", command: { kind: "open" } },
  { keys: ["/"], does: "Search", command: { kind: "search" } },
  { keys: ["?"], does: "Show the keys", command: { kind: "help" } },
];

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat">;

/**
 * What a key asks triage for, or null for a key that is not its own. While somebody types none is; on a link or a button
 * Enter is theirs; up and down stay with scrolling; and a key that is held down acts once, so that nothing is marked unseen.
 */
export function triageCommand(press: Press, where: { isTyping: boolean; isOnControl: boolean }): TriageCommand | null {
  if (where.isTyping || press.repeat || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key === "Enter" && where.isOnControl) return null;
  return TRIAGE_KEYS.find(({ keys }) => keys.includes(press.key))?.command ?? null;
}
