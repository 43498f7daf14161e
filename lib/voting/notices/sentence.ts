import { formatMoment } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";

import { decidedSentence } from "./decided-sentence";
import type { Notice } from "./kinds";

/** What a notice says; the conference is named where the page does not say already which one it is about. */
export function noticeSentence(notice: Notice, { isNamed }: { isNamed: boolean }): string {
  const by = notice.by ?? "A lead";
  const round = isNamed && notice.conference ? `the round for ${notice.conference.name}` : "the round";
  switch (notice.kind) {
    case "round-opened":
      return `${by} opened ${round}. ${closes(notice.data)}${hidden(notice.data)}.`;
    case "round-reopened":
      return `${by} reopened ${round}. ${closes(notice.data)}${hidden(notice.data)}.`;
    case "round-changed":
      return `${by} ${changed(notice.data, round)}`;
    case "round-closed":
      return notice.by === null
        ? `${capital(round)} closed ${formatMoment(notice.data.closedAt, notice.data.timeZone)}.`
        : `${by} closed ${round}, ${formatMoment(notice.data.closedAt, notice.data.timeZone)}.`;
    case "round-closing":
      return `${capital(round)} closes ${formatMoment(notice.data.closesAt, notice.data.timeZone)}. You have ${formatCount(notice.left, "announcement")} left to mark.`;
    case "reminder":
      return `${by} asks for your marks${isNamed && notice.conference ? ` on ${notice.conference.name}` : ""}: you have ${formatCount(notice.left, "announcement")} left.`;
    case "decided":
      return decidedSentence(by, notice.data, isNamed ? (notice.conference?.name ?? null) : null);
  }
}

type Closing = { closesAt: string; timeZone: string };

function closes({ closesAt, timeZone }: Closing): string {
  return `It closes ${formatMoment(closesAt, timeZone)}`;
}

function hidden({ isBlind }: { isBlind: boolean }): string {
  return isBlind ? "; others’ marks are hidden until you mark" : "";
}

function changed(
  { moved, isLifted, ...closing }: Closing & { moved: "later" | "earlier" | null; isLifted: boolean },
  round: string,
): string {
  const lifted = "everybody sees all marks now";
  if (moved === null) return `lifted the blind from ${round}: ${lifted}.`;
  const verb = moved === "later" ? `extended ${round}` : `had ${round} close sooner`;
  return `${verb}. ${closes(closing)}${isLifted ? `, and ${lifted}` : ""}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
