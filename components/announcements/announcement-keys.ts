import type { Choice } from "@/lib/voting/types";

export type AnnouncementCommand =
  | { kind: "mark"; choice: Choice }
  | { kind: "go"; to: "previous" | "next" }
  | { kind: "withdraw" | "note" | "comment" };

const COMMANDS: Readonly<Record<string, AnnouncementCommand>> = {
  a: { kind: "mark", choice: "adopt" },
  i: { kind: "mark", choice: "investigate" },
  x: { kind: "mark", choice: "ignore" },
  w: { kind: "withdraw" },
  n: { kind: "note" },
  c: { kind: "comment" },
  j: { kind: "go", to: "next" },
  ArrowRight: { kind: "go", to: "next" },
  k: { kind: "go", to: "previous" },
  ArrowLeft: { kind: "go", to: "previous" },
};

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat">;

/**
 * What a key asks the page of an announcement for, or null for a key that is not its own. While somebody types none is;
 * up and down stay with scrolling, and a key that is held down acts once.
 */
export function announcementCommand(press: Press, isTyping: boolean): AnnouncementCommand | null {
  if (isTyping || press.repeat || press.ctrlKey || press.metaKey || press.altKey) return null;
  return Object.hasOwn(COMMANDS, press.key) ? (COMMANDS[press.key] ?? null) : null;
}
