import { formatCount } from "@/lib/format/number";
import type { LiveEvent, Standing } from "@/lib/live/types";
import type { Round } from "@/lib/voting/round-types";

/** How a page that is open says its conference is. */
export type Drawn = { announcements: number; round: Round | null };

type Conference = Extract<LiveEvent, { kind: "conference" }>;

/** What of a conference is no longer as the page was drawn, in words; empty when nothing is. */
export function newsOfConference(drawn: Drawn, { announcements, round }: Conference): string {
  return [newsOfCount(announcements - drawn.announcements), newsOfRound(drawn.round, round)].filter(Boolean).join(" ");
}

/** What changed about one announcement since its page was drawn, in words; empty when nothing that is counted did. */
export function newsOfAnnouncement(drawn: Omit<Standing, "announcementId">, now: Standing): string {
  const more = now.comments - drawn.comments;
  const parts = [
    more > 0 ? `${formatCount(more, "new comment", "new comments")}.` : more < 0 ? "A comment was deleted." : "",
    now.decision === drawn.decision ? "" : "The decision changed.",
    now.marks === drawn.marks && isSame(now.tally, drawn.tally) ? "" : "Marks changed.",
  ];
  return parts.filter(Boolean).join(" ");
}

/** Whether two values of plain data say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function newsOfCount(more: number): string {
  if (more > 0) return `${formatCount(more, "new announcement", "new announcements")}.`;
  return more < 0 ? "Some announcements were merged or taken out." : "";
}

function newsOfRound(drawn: Round | null, now: Round | null): string {
  if (isSame(drawn, now)) return "";
  if (!now) return "The round was taken back.";
  if (drawn?.state !== now.state) {
    if (now.state === "closed") return "The round closed.";
    return drawn ? "The round was opened again." : "A round was opened.";
  }
  return drawn.closesAt === now.closesAt ? "The round changed." : "The round closes at another time now.";
}
