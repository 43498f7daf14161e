import type { Answer } from "@/components/announcements/send-mark";

import type { Part } from "./outbox-entry";

/** An answer with a sentence about what had changed since the page showed it, if anything a person relies on had. */
export function tellOf({ id, wish, was }: Part, answer: Answer): Answer {
  if (!answer.ok) return answer;
  const told = [merged(id, answer), replaced(wish.mark, was, answer)].filter(Boolean).join(" ");
  return told ? { ...answer, told } : answer;
}

function merged(id: string, { stored }: Extract<Answer, { ok: true }>): string {
  return stored.announcementId === id ? "" : "This announcement was merged into another, which now has your mark.";
}

function replaced(mark: string | undefined, was: Part["was"], answer: Extract<Answer, { ok: true }>): string {
  const { previous, stored } = answer;
  if (!mark || was === undefined || previous === undefined) return "";
  const before = previous?.choice ?? null;
  const now = stored.mine?.choice ?? null;
  if (before === was || before === now) return "";
  const had = before ? `had marked ${before}` : "had withdrawn your mark";
  return `You ${had} in another window or on another device; now ${now ?? "unmarked"}.`;
}
