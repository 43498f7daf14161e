import Link from "next/link";

import { boardPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { outcomeSentences } from "@/lib/transfer/sentences";

import type { Answer } from "./send-file";

type Props = { teamSlug: string; isCheck: boolean; answer: Answer };

/** What came of a file, or would come, or why nothing does. */
export function TransferAnswer({ teamSlug, isCheck, answer }: Props) {
  if ("message" in answer) {
    return (
      <div role="alert" className="grid gap-2 rounded-lg border border-danger bg-danger-soft p-4 text-sm">
        <p className="font-medium wrap-anywhere text-danger-ink">{answer.message}</p>
        {answer.places.length > 1 && <Lines lines={answer.places.slice(1)} />}
      </div>
    );
  }
  const { outcome } = answer;
  return (
    <div role="status" className="grid gap-2 rounded-lg border border-line bg-surface p-4 text-sm">
      <p className="font-medium">{isCheck ? "This would come. Nothing is written yet." : "Brought in."}</p>
      <Lines lines={outcomeSentences(outcome)} />
      {!isCheck && (
        <p>
          <Link className={buttonClass()} href={boardPath(teamSlug, outcome.conference.slug)}>
            Open {outcome.conference.name}
          </Link>
        </p>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-1 pl-5 wrap-anywhere text-ink-2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
