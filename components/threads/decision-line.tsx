import { Flag, RotateCcw } from "lucide-react";

import { formatDateTime, formatDay } from "@/lib/format/date";
import type { ThreadDecision } from "@/lib/threads/types";
import { eventWords } from "@/lib/voting/decisions/words";

/** What was decided, quietly between the comments; the decision's own box says more. */
export function DecisionLine({ decision }: { decision: ThreadDecision }) {
  const { kind, choice, at } = decision;
  return (
    <li className={`${choice} flex gap-3 py-2 text-sm text-ink-2`}>
      <span className="flex h-5 w-6 flex-none items-center justify-center" aria-hidden>
        {kind === "settled" && <span className="shape text-(--c)" />}
        {kind === "reopened" && <RotateCcw className="size-3.5 text-ink-3" />}
        {kind === "delivered" && <Flag className="size-3.5 text-ink-3" />}
      </span>
      <p className="min-w-0 wrap-anywhere">
        {eventWords(decision)}{" "}
        <time dateTime={at} title={formatDateTime(at)} className="ml-1 text-xs whitespace-nowrap text-ink-3">
          {formatDay(at)}
        </time>
      </p>
    </li>
  );
}
