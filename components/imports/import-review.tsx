"use client";

import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";

import { Kbd } from "@/components/ui/kbd";
import { KeysDialog } from "@/components/ui/keys-dialog";
import type { ReviewCounts } from "@/lib/catalogue/imports/review-queries";
import type { MergeTarget } from "@/lib/catalogue/imports/targets";
import type { ImportReview as Review } from "@/lib/catalogue/imports/types";

import { CandidateList } from "./candidate-list";
import { PostAdd } from "./post-add";
import { PostColumn, type PostContent } from "./post-column";
import { ReviewBar } from "./review-bar";
import { ReviewMore, ReviewOnly } from "./review-head";
import { REVIEW_KEYS, type ReviewCommand } from "./review-keys";
import type { Only } from "./review-only";
import { patchedAcceptable, patchedCounts, step } from "./review-state";
import { readSelection, usePostSelection } from "./use-post-selection";
import { useReview } from "./use-review";
import { useReviewKeys } from "./use-review-keys";

type Props = {
  review: Pick<Review, "id" | "counts" | "candidates">;
  post: PostContent;
  totals: ReviewCounts;
  only: Only;
  /** The number of the candidate the address asks for; 0 when none is shown. */
  first: number;
  targets: readonly MergeTarget[];
  query: string;
  heading: React.ReactNode;
  foot: React.ReactNode;
};

/** As in review.css. */
const SIDE_BY_SIDE = "(width >= 67.5rem) and (height >= 32rem)";
/** What is seen above and below the place under review. */
const MARGIN = 88;
const NO_BLOCKS: [] = [];

/** The post on one side, what was found in it on the other; both move together. */
export function ImportReview(props: Props) {
  const { review, post, totals, only, first, targets, query, heading, foot } = props;
  const { candidates, current, pending, refused, message, ...does } = useReview(review.id, review.candidates, first);
  const page = useRef<HTMLDivElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const adding = useRef<HTMLDetailsElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const seen = useRef<number | null>(null);
  const isLive = useSyncExternalStore(never, yes, no);
  const blocks = "blocks" in post ? post.blocks : NO_BLOCKS;
  const selected = usePostSelection(text, blocks);
  const counts = patchedCounts(review.counts, review.candidates, candidates);
  const acceptable = useMemo(
    () => patchedAcceptable(totals.acceptable, review.candidates, candidates),
    [totals, review, candidates],
  );

  function act(command: ReviewCommand) {
    const inPage = (selector: string) => page.current?.querySelector<HTMLElement>(selector);
    const inEditor = (selector: string) => editor.current?.querySelector<HTMLElement>(selector);
    switch (command.kind) {
      case "move":
        return does.go(step(candidates, current, command.by));
      case "answer":
        return inEditor(`button[value="${command.resolution}"]`)?.click();
      case "edit": {
        showCandidates(page.current);
        const field = inEditor(`[name=${command.field}]`);
        field?.focus();
        if (field instanceof HTMLInputElement) field.select();
        return;
      }
      case "match":
        showCandidates(page.current);
        inEditor("details")?.setAttribute("open", "");
        return inEditor("input[type=search]")?.focus();
      case "undo":
        return void does.undo();
      case "accept-all":
        inPage("[data-accept-all]")?.setAttribute("open", "");
        return inPage("[data-accept-all] button:enabled")?.focus();
      case "add":
        return add();
      case "publish":
        return inPage("[data-publish]")?.focus();
      case "publish-now":
        return inPage("[data-publish]")?.click();
      case "help":
        return help.current?.showModal();
    }
  }

  function add() {
    const now = text.current && readSelection(text.current, blocks);
    if (now) return void addPointed({ start: now.start, end: now.end });
    if (!adding.current) return;
    adding.current.hidden = false;
    adding.current.open = true;
    adding.current.querySelector<HTMLElement>("[name=words]")?.focus();
  }

  async function addPointed(pointed: Parameters<typeof does.add>[0]) {
    const problem = await does.add(pointed);
    if (!problem) getSelection()?.removeAllRanges();
    return problem;
  }

  useReviewKeys(act);
  useEffect(() => {
    const isOpening = seen.current === null;
    seen.current = current;
    // One below the other, the page opens at its heading.
    if (isOpening && !matchMedia(SIDE_BY_SIDE).matches) return;
    showCurrent(page.current);
    if (!isOpening) editor.current?.focus({ preventScroll: true });
  }, [current]);

  return (
    <div className="imp" ref={page} data-live={isLive || undefined}>
      <header className="imp-head">
        {heading}
        <ReviewMore importId={review.id} left={counts.left} />
      </header>
      <fieldset className="imp-switch" onChange={() => showCurrent(page.current)}>
        <legend className="sr-only">Show</legend>
        <label>
          <input type="radio" name="shown" value="post" /> Post
        </label>
        <label>
          <input type="radio" name="shown" value="candidates" defaultChecked /> Candidates
        </label>
      </fieldset>
      <div className="imp-columns">
        <PostColumn
          post={post}
          candidates={candidates}
          current={current}
          onChoose={does.go}
          textRef={text}
          foot={
            <PostAdd
              importId={review.id}
              selected={selected}
              isText={blocks.length > 0}
              ref={adding}
              onAdd={addPointed}
            />
          }
        />
        <section className="imp-candidates" aria-label="Candidates">
          <ReviewOnly only={only} counts={counts} unsure={totals.unsure} />
          <CandidateList
            {...{ importId: review.id, candidates, current, pending, refused, isLive, does, editor }}
            targets={current === first ? targets : null}
            query={current === first ? query : ""}
            onShowPlace={() => showPost(page.current)}
          />
          {foot}
          <Keys />
        </section>
      </div>
      <ReviewBar
        importId={review.id}
        counts={counts}
        acceptable={acceptable}
        message={message}
        isBusy={pending.size > 0}
        onUndo={() => void does.undo()}
        onShow={does.go}
        onAcceptedAll={does.acceptedAll}
      />
      <KeysDialog ref={help} keys={REVIEW_KEYS} />
    </div>
  );
}

/** Brings the current candidate and its place into view, each in its column. */
function showCurrent(page: HTMLElement | null) {
  const isSideBySide = matchMedia(SIDE_BY_SIDE).matches;
  for (const part of page?.querySelectorAll("li[aria-current], [data-place]") ?? []) {
    const column = part.closest(".imp-post, .imp-candidates");
    if (isSideBySide && column) scrollWithin(column, part);
    else part.scrollIntoView({ block: "nearest" });
  }
}

/** Scrolls a column alone: `scrollIntoView` would also have the first Tab on the page begin at what is shown. */
function scrollWithin(column: Element, part: Element) {
  const [outer, inner] = [column.getBoundingClientRect(), part.getBoundingClientRect()];
  const above = inner.top - outer.top - MARGIN;
  const below = inner.bottom - outer.bottom + MARGIN;
  if (above < 0) column.scrollTop += above;
  else if (below > 0) column.scrollTop += Math.min(below, above);
}

function showCandidates(page: HTMLElement | null) {
  choose(page, "candidates");
}

function showPost(page: HTMLElement | null) {
  choose(page, "post");
  page?.querySelector("[data-place]")?.scrollIntoView({ block: "center" });
}

/** On a phone one of the columns is shown at a time. */
function choose(page: HTMLElement | null, shown: "post" | "candidates") {
  const radio = page?.querySelector<HTMLInputElement>(`.imp-switch [value=${shown}]`);
  if (radio) radio.checked = true;
}

function never() {
  return () => undefined;
}
const yes = () => true;
const no = () => false;

function Keys() {
  return (
    <p className="imp-keys">
      {KEYS.map(([keys, does]) => (
        <span key={does}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}{" "}
          {does}
        </span>
      ))}
    </p>
  );
}

const KEYS = [
  [["a"], "accept"],
  [["x"], "skip"],
  [["e"], "title"],
  [["m"], "match"],
  [["j", "k"], "move"],
  [["u"], "undo"],
  [["p"], "publish"],
  [["?"], "all keys"],
] as const;
