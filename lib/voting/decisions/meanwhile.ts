import type { Decision } from "./decision";

/** What is said of announcements that were decided otherwise since a form was filled. */
export const REOPENED_MEANWHILE = "The decision was reopened meanwhile. Look at the marks again, then decide.";

/** So many are named; of more there is a number. */
const NAMED = 3;

/** Who decided what since a form was filled, and what to do. */
export function settledMeanwhile({ by, choice }: Pick<Decision, "by" | "choice">): string {
  return `${by.name} decided ${choice} meanwhile. Read that decision, then decide again if yours should replace it.`;
}

/** Which of many were decided or reopened since a form was filled, by title. */
export function changedMeanwhile(titles: readonly string[]): string {
  const named = titles.slice(0, NAMED).map((title) => `“${title}”`);
  const more = titles.length - named.length;
  const all = more > 0 ? [...named, `${more} more`] : named;
  const last = all.at(-1) ?? "";
  const sentence = all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${last}` : last;
  return `${sentence} changed meanwhile, so nothing was decided. Look at what stands there, then decide again.`;
}

/** What is settled of a decision, apart from who, when, and how far it is carried out. */
export type SettledContent = Pick<
  Decision,
  "choice" | "reason" | "owner" | "target" | "effort" | "effortDays" | "reopenWhen" | "reopenOn"
>;

/** Whether a decision settles just that. */
export function isSame(decision: SettledContent, content: SettledContent): boolean {
  return fingerprint(decision) === fingerprint(content);
}

function fingerprint(settled: SettledContent): string {
  const { choice, reason, owner, target, effort, effortDays, reopenWhen, reopenOn } = settled;
  const carriedOut = [owner?.personId ?? null, target?.on ?? null, target?.isQuarter ?? false, effort, effortDays];
  return JSON.stringify([choice, reason, ...carriedOut, reopenWhen, reopenOn]);
}
