export type ReviewCommand =
  | { kind: "move"; by: 1 | -1 }
  | { kind: "answer"; resolution: "accept" | "skip" }
  | { kind: "edit"; field: "title" | "category" | "availability" | "services" }
  | { kind: "match" | "undo" | "accept-all" | "add" | "publish" | "publish-now" | "help" };

type KeyMeaning = { keys: readonly string[]; does: string; command: ReviewCommand };

/** Every key of the review, in the order the help shows them. */
export const REVIEW_KEYS: readonly KeyMeaning[] = [
  { keys: ["j", "ArrowDown"], does: "Next candidate", command: { kind: "move", by: 1 } },
  { keys: ["k", "ArrowUp"], does: "Candidate before", command: { kind: "move", by: -1 } },
  { keys: ["a"], does: "Accept and go on", command: { kind: "answer", resolution: "accept" } },
  { keys: ["x"], does: "Skip and go on", command: { kind: "answer", resolution: "skip" } },
  { keys: ["e", "t"], does: "Edit the title", command: { kind: "edit", field: "title" } },
  { keys: ["s"], does: "Edit the services", command: { kind: "edit", field: "services" } },
  { keys: ["c"], does: "Change the category", command: { kind: "edit", field: "category" } },
  { keys: ["v"], does: "Change the availability", command: { kind: "edit", field: "availability" } },
  { keys: ["m"], does: "Change the match", command: { kind: "match" } },
  { keys: ["u"], does: "Undo the last change", command: { kind: "undo" } },
  { keys: ["A"], does: "Accept all from a confidence on", command: { kind: "accept-all" } },
  { keys: ["+"], does: "Add what is selected in the post", command: { kind: "add" } },
  { keys: ["p"], does: "Go to Publish", command: { kind: "publish" } },
  { keys: ["?"], does: "Show the keys", command: { kind: "help" } },
];

type Press = { key: string; repeat: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/**
 * What a key asks the review for, or null for a key that is not the review's. While somebody types none is; a key that is
 * held answers nothing twice, and the arrows scroll the post unless the focus is among the candidates.
 */
export function reviewCommand(press: Press, where: { isTyping: boolean; isInList: boolean }): ReviewCommand | null {
  if (press.key === "Enter" && (press.ctrlKey || press.metaKey)) return { kind: "publish-now" };
  if (where.isTyping || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key.startsWith("Arrow") && !where.isInList) return null;
  const command = REVIEW_KEYS.find(({ keys }) => keys.includes(press.key))?.command ?? null;
  return press.repeat && command?.kind !== "move" ? null : command;
}
