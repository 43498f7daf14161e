"use client";

import { useEffect, useRef } from "react";

import { Kbd } from "@/components/ui/kbd";
import type { PostBlock } from "@/lib/catalogue/imports/post-view";
import type { MergeTarget } from "@/lib/catalogue/imports/targets";
import type { ImportReview as Review } from "@/lib/catalogue/imports/types";

import { CandidateEditor } from "./candidate-editor";
import { CandidateLine } from "./candidate-line";
import { ReviewActions } from "./review-actions";
import { PostColumn } from "./post-column";
import { nextOpen, patchedCounts, step } from "./review-state";
import { useReview } from "./use-review";
import { useReviewKeys, type ReviewKey } from "./use-review-keys";

type Props = {
  review: Pick<Review, "id" | "counts" | "candidates">;
  post: readonly PostBlock[];
  /** The number of the candidate the address asks for. */
  first: number;
  targets: readonly MergeTarget[];
  query: string;
  heading: React.ReactNode;
  foot: React.ReactNode;
};

/** As in review.css. */
const SIDE_BY_SIDE = "(width >= 67.5rem) and (height >= 32rem)";

/** The post on one side, what was found in it on the other; both move together. */
export function ImportReview({ review, post, first, targets, query, heading, foot }: Props) {
  const { candidates, current, busy, refused, go, resolve } = useReview(review.candidates, first);
  const form = useRef<HTMLFormElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const seen = useRef<number | null>(null);
  const counts = patchedCounts(review.counts, review.candidates, candidates);

  function actOn(key: ReviewKey) {
    const editor = form.current?.parentElement;
    if (key === "next" || key === "previous") go(step(candidates, current, key === "next" ? 1 : -1));
    if (key === "accept" || key === "skip") {
      form.current?.requestSubmit(editor?.querySelector<HTMLButtonElement>(`button[value="${key}"]`));
    }
    if (key === "title") editor?.querySelector<HTMLInputElement>("input[name=title]")?.select();
    if (key === "match") {
      const chooser = editor?.querySelector("details");
      if (chooser) chooser.open = true;
      chooser?.querySelector<HTMLInputElement>("input[type=search]")?.focus();
    }
    if (key === "publish") page.current?.querySelector<HTMLButtonElement>("[data-publish]")?.click();
  }

  useReviewKeys(actOn);
  useEffect(() => {
    const isOpening = seen.current === null;
    seen.current = current;
    // One below the other, the page opens at its heading.
    if (isOpening && !matchMedia(SIDE_BY_SIDE).matches) return;
    for (const part of page.current?.querySelectorAll("li[aria-current], [data-place]") ?? []) {
      part.scrollIntoView({ block: "nearest" });
    }
  }, [current]);

  return (
    <div className="imp" ref={page}>
      <header className="imp-head">
        {heading}
        <ReviewActions importId={review.id} counts={counts} isBusy={busy.size > 0} />
      </header>
      <fieldset className="imp-switch">
        <legend className="sr-only">Show</legend>
        <label>
          <input type="radio" name="shown" value="post" /> Post
        </label>
        <label>
          <input type="radio" name="shown" value="candidates" defaultChecked /> Candidates
        </label>
      </fieldset>
      <div className="imp-columns">
        <PostColumn blocks={post} current={current} onChoose={go} />
        <section className="imp-candidates" aria-label="Candidates">
          <ol start={candidates[0]?.number}>
            {candidates.map((candidate) =>
              candidate.number === current ? (
                <li
                  key={candidate.id}
                  id={`c${candidate.number}`}
                  className="imp-candidate current"
                  aria-current="true"
                >
                  <span className="imp-number">{candidate.number}</span>
                  <CandidateEditor
                    key={candidate.version}
                    importId={review.id}
                    candidate={candidate}
                    next={nextOpen(candidates, current, busy)}
                    refused={refused?.candidateId === candidate.id ? refused : null}
                    targets={current === first ? targets : null}
                    query={current === first ? query : ""}
                    formRef={form}
                    onSubmit={(sent) => void resolve(candidate, sent)}
                  />
                </li>
              ) : (
                <li key={candidate.id} id={`c${candidate.number}`} className={`imp-candidate ${candidate.resolution}`}>
                  <CandidateLine candidate={candidate} isBusy={busy.has(candidate.id)} onChoose={go} />
                </li>
              ),
            )}
          </ol>
          {foot}
          <Keys />
        </section>
      </div>
    </div>
  );
}

function Keys() {
  return (
    <p className="imp-keys">
      <span>
        <Kbd>a</Kbd> accept
      </span>
      <span>
        <Kbd>x</Kbd> skip
      </span>
      <span>
        <Kbd>t</Kbd> title
      </span>
      <span>
        <Kbd>m</Kbd> match
      </span>
      <span>
        <Kbd>j</Kbd>
        <Kbd>k</Kbd> move
      </span>
      <span>
        <Kbd>Ctrl</Kbd>
        <Kbd>Enter</Kbd> publish
      </span>
    </p>
  );
}
