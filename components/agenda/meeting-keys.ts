/** What a key of the meeting does: it uses the control of this name, or chooses. */
export type MeetingKey = { keys: readonly string[]; does: string; uses: string };

/** Every key of a meeting, in the order the help shows them; each stands for a control of the page. */
export const MEETING_KEYS: readonly MeetingKey[] = [
  { keys: ["a"], does: "Choose adopt", uses: "input[name=choice][value=adopt]" },
  { keys: ["i"], does: "Choose investigate", uses: "input[name=choice][value=investigate]" },
  { keys: ["x"], does: "Choose ignore", uses: "input[name=choice][value=ignore]" },
  { keys: ["r"], does: "Write the reason", uses: "input[name=reason]" },
  { keys: ["Enter"], does: "Settle and move on", uses: ".settling > form.settle button" },
  { keys: ["l"], does: "Put off and move on", uses: "[data-meeting=later]" },
  { keys: ["u"], does: "Take back the last decision", uses: ".meeting-so-far [data-reopen]" },
  { keys: ["j", "ArrowRight"], does: "Next", uses: "[data-meeting=next]" },
  { keys: ["k", "ArrowLeft"], does: "Before", uses: "[data-meeting=before]" },
  { keys: ["p"], does: "Pause or go on", uses: "[data-meeting=pause]" },
  { keys: ["+"], does: "One minute more", uses: "[data-meeting=longer]" },
  { keys: ["?"], does: "Show the keys", uses: "[data-meeting=keys]" },
];

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat">;

/**
 * Which key of the meeting was pressed, or null. While somebody types none is, and Enter stays with what has the focus: a
 * link, a button, and the form, which a choice or the reason sends by itself.
 */
export function meetingKey(press: Press, focus: { isTyping: boolean; isControl: boolean }): MeetingKey | null {
  if (focus.isTyping || press.repeat || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key === "Enter" && focus.isControl) return null;
  return MEETING_KEYS.find(({ keys }) => keys.includes(press.key)) ?? null;
}
