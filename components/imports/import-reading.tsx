"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, type ReactNode } from "react";

import { Page } from "@/components/shell/page";
import { ProblemNote } from "@/components/ui/problem-note";
import { Progress } from "@/components/ui/progress";
import { SubmitButton } from "@/components/ui/submit-button";
import { discard } from "@/lib/catalogue/imports/actions";
import { retry } from "@/lib/catalogue/imports/reading/actions";
import type { ReadingProgress } from "@/lib/catalogue/imports/reading/commands";
import { EMPTY_FORM } from "@/lib/errors/form";
import { formatNumber } from "@/lib/format/number";

const LOOK_AGAIN = 1_500;

type Props = { importId: string; progress: ReadingProgress; heading: ReactNode };

/** A long text while it is read in: how far it is, or why it stopped. */
export function ImportReading({ importId, progress, heading }: Props) {
  const { stored, total, problem } = progress;
  return (
    <div className="imp">
      <header className="imp-head">{heading}</header>
      <Page isNarrow>
        {problem === null ? (
          <>
            <LookAgain />
            <p role="status" className="text-lg tracking-tight text-ink tabular-nums">
              {total === null
                ? "Reading the text. A long list takes a minute or two."
                : `${formatNumber(stored)} of ${formatNumber(total)} stored`}
            </p>
            <div className="mt-4 max-w-96">
              <Progress share={total ? stored / total : 0} label="Stored" isMine />
            </div>
            <p className="mt-4 text-sm text-ink-2">You can leave this page: reading goes on.</p>
          </>
        ) : (
          <Stopped importId={importId} problem={problem} />
        )}
      </Page>
    </div>
  );
}

/** Draws the page anew in place while there is something to wait for; without JavaScript the browser loads it again. */
function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}

function Stopped({ importId, problem }: { importId: string; problem: string }) {
  const [retried, tryAgain] = useActionState(retry, EMPTY_FORM);
  const [discarded, discardNow] = useActionState(discard, EMPTY_FORM);
  return (
    <>
      <ProblemNote problem={{ message: problem }} />
      <div className="mt-4 flex flex-wrap gap-2">
        <form action={tryAgain}>
          <input type="hidden" name="importId" value={importId} />
          <SubmitButton look="primary">Try again</SubmitButton>
        </form>
        <form action={discardNow}>
          <input type="hidden" name="importId" value={importId} />
          <SubmitButton look="danger">Discard this import</SubmitButton>
        </form>
      </div>
      <ProblemNote problem={retried.problem ?? discarded.problem} />
    </>
  );
}
