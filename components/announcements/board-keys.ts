import type { Choice } from "@/lib/voting/types";

export type BoardCommand =
  | { kind: "move"; by: 1 | -1 }
  | { kind: "mark"; choice: Choice }
  | { kind: "withdraw" | "note" | "undo" | "help" | "search" };

type KeyMeaning = { keys: readonly string[]; does: string; command: BoardCommand };

/** Every key of the board, in the order the help shows them. */
export const BOARD_KEYS: readonly KeyMeaning[] = [
  { keys: ["j", "ArrowDown"], does: "Next announcement", command: { kind: "move", by: 1 } },
  { keys: ["k", "ArrowUp"], does: "Announcement before", command: { kind: "move", by: -1 } },
  { keys: ["a"], does: "Mark adopt", command: { kind: "mark", choice: "adopt" } },
  { keys: ["i"], does: "Mark investigate", command: { kind: "mark", choice: "investigate" } },
  { keys: ["x"], does: "Mark ignore", command: { kind: "mark", choice: "ignore" } },
  { keys: ["w", "Backspace"], does: "Withdraw the mark", command: { kind: "withdraw" } },
  { keys: ["n"], does: "Write a note", command: { kind: "note" } },
  { keys: ["u"], does: "Undo the last mark", command: { kind: "undo" } },
  { keys: ["/"], does: "Search", command: { kind: "search" } },
  { keys: ["?"], does: "Show the keys", command: { kind: "help" } },
];

type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/**
 * What a key asks the board for, or null for a key that is not the board's. While somebody types none is, and the arrows
 * scroll the page until the cursor is in the list.
 */
export function boardCommand(press: Press, where: { isTyping: boolean; isInList: boolean }): BoardCommand | null {
  if (where.isTyping || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key.startsWith("Arrow") && !where.isInList) return null;
  return BOARD_KEYS.find(({ keys }) => keys.includes(press.key))?.command ?? null;
}
