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

/** What a page shows of a standing; what it does not show is left out. */
export type DrawnStanding = Pick<Standing, "announcementId"> & Partial<Standing>;

/** Whether a standing is as it was drawn, in all that was. */
export function isAsDrawn(drawn: DrawnStanding, now: Standing): boolean {
  return isSame({ ...now, ...drawn }, now);
}

/** What changed about one announcement since its page was drawn, in words; empty when nothing that is counted did. */
export function newsOfAnnouncement(drawn: DrawnStanding, now: Standing): string {
  const more = drawn.comments === undefined ? 0 : now.comments - drawn.comments;
  const isDecided = drawn.decision !== undefined && now.decision !== drawn.decision;
  const isMarked = now.marks !== drawn.marks || !isSame(now.tally, drawn.tally);
  const parts = [
    more > 0 ? `${formatCount(more, "new comment", "new comments")}.` : more < 0 ? "A comment was deleted." : "",
    isDecided ? "The decision changed." : "",
    isMarked ? "Marks changed." : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** Whether two values of plain data, made in the same order, say the same. */
function isSame(one: unknown, other: unknown): boolean {
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
