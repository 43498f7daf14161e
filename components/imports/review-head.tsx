"use client";

import Link from "next/link";
import { useActionState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { discard, publish } from "@/lib/catalogue/imports/actions";
import { UNSURE } from "@/lib/catalogue/imports/sure";
import type { ImportCounts } from "@/lib/catalogue/imports/types";
import { EMPTY_FORM } from "@/lib/errors/form";

import type { Only } from "./review-only";

/** What a review is narrowed to, with how many there are of it. */
export function ReviewOnly({ only, counts, unsure }: { only: Only; counts: ImportCounts; unsure: number }) {
  const views = [
    { name: "all", label: "All", count: counts.found - counts.known },
    { name: "open", label: "Open", count: counts.left },
    { name: "unsure", label: `Unsure, below ${UNSURE.toFixed(1)}`, count: unsure },
  ] as const;
  return (
    <nav className="imp-only" aria-label="Show">
      {views.map(({ name, label, count }) => (
        <Link
          key={name}
          href={{ query: name === "all" ? {} : { show: name } }}
          prefetch={false}
          scroll={false}
          aria-current={only === name ? "true" : undefined}
        >
          {label} <span>{count}</span>
        </Link>
      ))}
    </nav>
  );
}

/** What ends a review otherwise than by publishing what was accepted. */
export function ReviewMore({ importId, left }: { importId: string; left: number }) {
  const [published, publishAll] = useActionState(publish, EMPTY_FORM);
  const [discarded, discardNow] = useActionState(discard, EMPTY_FORM);
  const importField = <input type="hidden" name="importId" value={importId} />;
  return (
    <div className="imp-end">
      <details className="imp-more">
        <summary className={buttonClass("quiet")}>More</summary>
        <div>
          {left > 0 && (
            <form action={publishAll}>
              {importField}
              <button className={buttonClass("quiet")} name="open" value="accept">
                Publish with the {left} left
              </button>
            </form>
          )}
          <form action={discardNow}>
            {importField}
            <button className={buttonClass("danger")}>Discard this import</button>
          </form>
        </div>
      </details>
      <ProblemNote problem={published.problem ?? discarded.problem} />
    </div>
  );
}
