import { formatDay } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import type { Delivery, ToldDecision } from "@/lib/voting/decisions/decision";
import { formatTarget } from "@/lib/voting/decisions/target";
import type { Choice, Tally } from "@/lib/voting/types";

/** What a settled choice is called in a sentence: "Decided to adopt". */
export const DECIDED: Record<Choice, string> = {
  adopt: "Decided to adopt",
  investigate: "Decided to investigate",
  ignore: "Decided to ignore",
};

export const PROGRESS: Record<Delivery, string> = {
  planned: "Planned",
  started: "Started",
  done: "Done",
  dropped: "Dropped",
};

/** The work a decision asks for: "M, 12.5 days"; null where nobody said. */
export function effortWords({ effort, effortDays }: Pick<ToldDecision, "effort" | "effortDays">): string | null {
  const days = effortDays === null ? null : `${effortDays} ${effortDays === 1 ? "day" : "days"}`;
  return [effort, days].filter((word) => word !== null).join(", ") || null;
}

/** When something is meant to be done: "by the end of Q1 2021" or "by 15 Mar 2021". */
export function targetWords(target: NonNullable<ToldDecision["target"]>): string {
  return target.isQuarter ? `by the end of ${formatTarget(target)}` : `by ${formatTarget(target)}`;
}

/** What has become of a decision: "Started on 1 Feb 2021". */
export function progressWords({ delivery, deliveryOn }: Pick<ToldDecision, "delivery" | "deliveryOn">): string {
  return deliveryOn === null ? PROGRESS[delivery] : `${PROGRESS[delivery]} on ${formatDay(deliveryOn)}`;
}

/** When the team means to look again, in words and from a day on; null where nobody said. */
export function reopenWords({ reopenWhen, reopenOn }: Pick<ToldDecision, "reopenWhen" | "reopenOn">): string | null {
  const day = reopenOn === null ? null : `from ${formatDay(reopenOn)} on`;
  return [reopenWhen.trim() || null, day].filter((word) => word !== null).join(", ") || null;
}

/** How many chose what: "3 adopt, 1 investigate, 0 ignore"; where marks are hidden, only how many there are. */
export function marksWords({ marks, tally }: { marks: number; tally: Tally | null }): string {
  if (!tally) return `${formatCount(marks, "mark")}, hidden while the round is blind`;
  return `${tally.adopt} adopt, ${tally.investigate} investigate, ${tally.ignore} ignore`;
}

/** Text of at most so many characters, whole ones; what is longer ends in an ellipsis. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}

/** What is said of a list of things that may be said: without what is null, false or empty. */
export function said(parts: readonly (string | false | null)[]): string[] {
  return parts.flatMap((part) => (part ? [part] : []));
}
