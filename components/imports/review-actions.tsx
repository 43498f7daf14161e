"use client";

import { useActionState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { FormOutcome } from "@/components/ui/form-outcome";
import { acceptAll, discard, publish } from "@/lib/catalogue/imports/actions";
import type { ImportCounts } from "@/lib/catalogue/imports/types";
import { EMPTY_FORM } from "@/lib/errors/form";

/** From here on nearly all of what the reader proposes is right. */
const SURE = 0.9;

/** How far the review is, and what ends it. */
export function ReviewActions({
  importId,
  counts,
  isBusy,
}: {
  importId: string;
  counts: ImportCounts;
  isBusy: boolean;
}) {
  const [accepted, acceptSure, isAccepting] = useActionState(acceptAll, EMPTY_FORM);
  const [published, publishNow, isPublishing] = useActionState(publish, EMPTY_FORM);
  const [discarded, discardNow] = useActionState(discard, EMPTY_FORM);
  const problem = published.problem ?? discarded.problem ?? accepted.problem;
  const ready = counts.created + counts.merged;
  const importField = <input type="hidden" name="importId" value={importId} />;
  return (
    <div className="imp-actions">
      <p className="imp-counts" role="status">
        <Count n={counts.found} word="found" /> <Count n={ready} word="accepted" />{" "}
        <Count n={counts.skipped} word="skipped" /> <Count n={counts.left} word="left" />
      </p>
      <div className="imp-buttons flex items-center gap-2 sm:flex-wrap">
        <details className="imp-more">
          <summary className={buttonClass("quiet")}>More</summary>
          <div>
            {counts.left > 0 && (
              <form action={publishNow}>
                {importField}
                <button className={buttonClass("quiet")} name="open" value="accept">
                  Publish with the {counts.left} left
                </button>
              </form>
            )}
            <form action={discardNow}>
              {importField}
              <button className={buttonClass("danger")}>Discard this import</button>
            </form>
          </div>
        </details>
        <form action={acceptSure}>
          {importField}
          <input type="hidden" name="above" value={SURE} />
          <button className={buttonClass()} disabled={isAccepting || isBusy || counts.left === 0}>
            Accept all from {SURE.toFixed(2)}
          </button>
        </form>
        <form action={publishNow}>
          {importField}
          <button className={buttonClass("primary")} data-publish disabled={isPublishing || isBusy || ready === 0}>
            Publish {ready}
          </button>
        </form>
      </div>
      <FormOutcome state={problem ? { problem } : accepted} />
    </div>
  );
}

function Count({ n, word }: { n: number; word: string }) {
  return (
    <span>
      <b>{n}</b> {word}
    </span>
  );
}
