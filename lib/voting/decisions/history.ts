import type { DecisionEvent } from "./decision";

/** What became of what was settled; of a line that settles nothing, null. */
export type HistoryState = "decided" | "superseded" | "reopened" | null;

/** One line of a decision's history as pages show it. */
export type HistoryLine = DecisionEvent & { id: string; state: HistoryState };

type Line = DecisionEvent & { id: string; stands: boolean };

/** Lines of one announcement's history, newest first, with what became of each settled one: by what came next. */
export function withStates(newestFirst: readonly Line[]): HistoryLine[] {
  let next: "settled" | "reopened" = "reopened";
  return newestFirst.map(({ stands, ...line }) => {
    const state =
      line.kind === "settled" ? (stands ? "decided" : next === "settled" ? "superseded" : "reopened") : null;
    if (line.kind !== "delivered") next = line.kind;
    return { ...line, state };
  });
}

/** Whether an announcement that nothing is settled of was decided before: then the line that reopened it. */
export function reopenedBy(history: readonly HistoryLine[]): HistoryLine | null {
  const [last] = history;
  return last?.kind === "reopened" ? last : null;
}
