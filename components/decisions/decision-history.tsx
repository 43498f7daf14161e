import { textButtonClass } from "@/components/ui/button-class";
import { formatDateTime, formatDay } from "@/lib/format/date";
import type { HistoryLine, HistoryState } from "@/lib/voting/decisions/history";
import { eventWords } from "@/lib/voting/decisions/words";

/** How the decision came to be, the newest first, folded away. */
export function DecisionHistory({ history }: { history: readonly HistoryLine[] }) {
  return (
    <details className="border-t border-line pt-2">
      <summary className={textButtonClass}>History</summary>
      <ol className="grid gap-2.5 pt-1">
        {history.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
    </details>
  );
}

function Line({ line }: { line: HistoryLine }) {
  const { kind, choice, at, reason, state } = line;
  const isOver = state === "superseded" || state === "reopened";
  return (
    <li className={`${choice} text-sm wrap-anywhere`}>
      <p className={isOver ? "text-ink-2" : "text-ink"}>
        {kind === "settled" && <span className="shape mr-1.5 size-2! text-(--c)" aria-hidden />}
        {eventWords(line)}
      </p>
      {kind === "settled" && reason && <p className="whitespace-pre-wrap text-ink-2">{reason}</p>}
      <p className="text-xs text-ink-3">
        <time dateTime={at} title={formatDateTime(at)}>
          {formatDay(at)}
        </time>
        {state && `, ${STATE[state]}`}
      </p>
    </li>
  );
}

const STATE: Record<NonNullable<HistoryState>, string> = {
  decided: "stands",
  superseded: "superseded",
  reopened: "reopened since",
};
