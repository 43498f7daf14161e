import type { Choice } from "@/lib/voting/types";

export type BoardCommand =
  | { kind: "move"; to: "next" | "before" | "first" | "last" }
  | { kind: "mark"; choice: Choice }
  | { kind: "withdraw" | "note" | "thread" | "select" | "select-to" | "clear" | "undo" | "help" | "search" };

type KeyMeaning = { keys: readonly string[]; does: string; command: BoardCommand };

/** Every key of the board, in the order the help shows them. */
export const BOARD_KEYS: readonly KeyMeaning[] = [
  { keys: ["j", "ArrowDown"], does: "Next announcement", command: { kind: "move", to: "next" } },
  { keys: ["k", "ArrowUp"], does: "Announcement before", command: { kind: "move", to: "before" } },
  { keys: ["Home"], does: "First announcement", command: { kind: "move", to: "first" } },
  { keys: ["End"], does: "Last announcement that is loaded", command: { kind: "move", to: "last" } },
  { keys: ["a"], does: "Mark adopt", command: { kind: "mark", choice: "adopt" } },
  { keys: ["i"], does: "Mark investigate", command: { kind: "mark", choice: "investigate" } },
  { keys: ["x"], does: "Mark ignore", command: { kind: "mark", choice: "ignore" } },
  { keys: ["w", "Backspace"], does: "Withdraw the mark", command: { kind: "withdraw" } },
  { keys: ["n"], does: "Write a note", command: { kind: "note" } },
  { keys: ["c"], does: "Go to the thread", command: { kind: "thread" } },
  { keys: [" "], does: "Select, to mark many at once", command: { kind: "select" } },
  { keys: ["Shift+ "], does: "Select up to here", command: { kind: "select-to" } },
  { keys: ["Escape"], does: "Select nothing", command: { kind: "clear" } },
  { keys: ["u"], does: "Undo the last mark", command: { kind: "undo" } },
  { keys: ["/"], does: "Search", command: { kind: "search" } },
  { keys: ["?"], does: "Show the keys", command: { kind: "help" } },
];

const SCROLLING = ["ArrowDown", "ArrowUp", "Home", "End", " "];

type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey?: boolean };
type Where = { isTyping: boolean; isInList: boolean; isOnButton?: boolean };

/**
 * What a key asks the board for, or null for a key that is not the board's. While somebody types none is; until the cursor
 * is in the list, what scrolls the page does; and a button or box keeps its space.
 */
export function boardCommand(press: Press, where: Where): BoardCommand | null {
  if (where.isTyping || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (SCROLLING.includes(press.key) && !where.isInList) return null;
  if (press.key === " " && where.isOnButton) return null;
  const key = press.key === " " && press.shiftKey ? "Shift+ " : press.key;
  return BOARD_KEYS.find(({ keys }) => keys.includes(key))?.command ?? null;
}
