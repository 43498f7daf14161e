"use client";

import { useActionState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { SubmitButton } from "@/components/ui/submit-button";
import { undo } from "@/lib/catalogue/imports/undo-action";
import type { ImportCounts } from "@/lib/catalogue/imports/types";
import { EMPTY_FORM } from "@/lib/errors/form";
import { formatCount } from "@/lib/format/number";

/** Takes a publication back, after saying what that does; works without JavaScript. */
export function ImportUndo({ importId, counts }: { importId: string; counts: ImportCounts }) {
  const [state, undoNow] = useActionState(undo, EMPTY_FORM);
  return (
    <details className="mt-2">
      <summary className={buttonClass("quiet")}>Undo publishing</summary>
      <form
        action={undoNow}
        className="mt-3 grid max-w-[60ch] justify-items-start gap-3 rounded-lg border border-line-strong bg-surface p-4"
      >
        <input type="hidden" name="importId" value={importId} />
        <p className="text-sm">
          {counts.created > 0 &&
            `Removes the ${formatCount(counts.created, "announcement")} it created, except those that somebody has marked, commented or decided since. `}
          Takes its words, links and services back from the others. The review opens again as it was.
        </p>
        <SubmitButton look="danger">Undo publishing</SubmitButton>
        <ProblemNote problem={state.problem} />
      </form>
    </details>
  );
}
