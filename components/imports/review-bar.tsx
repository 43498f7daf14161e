"use client";

import { startTransition, useActionState, useEffect, useEffectEvent } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { Kbd } from "@/components/ui/kbd";
import { ProblemNote } from "@/components/ui/problem-note";
import { Progress } from "@/components/ui/progress";
import { publish } from "@/lib/catalogue/imports/actions";
import { acceptAbove, type AcceptedState } from "@/lib/catalogue/imports/review-actions";
import type { Answered } from "@/lib/catalogue/imports/review-commands";
import type { Acceptable } from "@/lib/catalogue/imports/review-queries";
import type { ImportCounts } from "@/lib/catalogue/imports/types";
import { EMPTY_FORM } from "@/lib/errors/form";

import { CURRENT_FORM } from "./candidate-editor";
import type { ReviewMessage } from "./use-review";

type Props = {
  importId: string;
  counts: ImportCounts;
  acceptable: readonly Acceptable[];
  message: ReviewMessage | null;
  /** Whether an answer is on its way, which publishing waits for. */
  isBusy: boolean;
  onUndo: () => void;
  onShow: (number: number) => void;
  onAcceptedAll: (text: string, answered: Answered) => void;
};

/** At the bottom of the review: how far it is, what the last change was, and what publishing will do. */
export function ReviewBar(props: Props) {
  const { importId, counts, acceptable, message, isBusy, onUndo, onShow, onAcceptedAll } = props;
  const [published, publishNow, isPublishing] = useActionState(publish, EMPTY_FORM);
  const ready = counts.created + counts.merged;
  // A newer edition without news still brings what its source says up to date.
  const isUpdate = ready === 0 && counts.left === 0 && counts.known > 0;
  const canPublish = ready > 0 || isUpdate;
  const asked = counts.found - counts.known;
  const answered = asked - counts.left;
  return (
    <section className="imp-bar" aria-label="Publish">
      <div className="imp-progress">
        <p>
          <b>{answered}</b> of <b>{asked}</b> answered
        </p>
        <Progress share={asked === 0 ? 1 : answered / asked} label="Answered" isMine />
      </div>
      <p className="imp-counts" role="status">
        {counts.created} new, {counts.merged} merged, {counts.skipped} skipped, {counts.left} open
      </p>
      <Message message={message} onUndo={onUndo} onShow={onShow} />
      <div className="imp-thumb">
        <button className={buttonClass("default")} form={CURRENT_FORM} name="resolution" value="skip">
          Skip
        </button>
        <button className={buttonClass("default")} form={CURRENT_FORM} name="resolution" value="accept">
          Accept
        </button>
      </div>
      <div className="imp-buttons">
        <AcceptAbove importId={importId} acceptable={acceptable} isBusy={isBusy} onAccepted={onAcceptedAll} />
        <form action={publishNow}>
          <input type="hidden" name="importId" value={importId} />
          <button
            className={buttonClass("primary")}
            data-publish
            disabled={isPublishing || isBusy || !canPublish}
            title={counts.left > 0 ? `The ${counts.left} open ones stay out` : undefined}
          >
            {isUpdate ? "Update what is here" : `Publish ${ready}`}
          </button>
        </form>
      </div>
      <ProblemNote problem={published.problem} />
    </section>
  );
}

function Message({ message, onUndo, onShow }: Pick<Props, "message" | "onUndo" | "onShow">) {
  const { number } = message ?? {};
  return (
    <p className={number === undefined ? "imp-message" : "imp-message refused"}>
      <span role="status">{message?.text}</span>
      {message?.canUndo && (
        <button type="button" onClick={onUndo}>
          Undo <Kbd isDecoration>u</Kbd>
        </button>
      )}
      {number !== undefined && (
        <button type="button" onClick={() => onShow(number)}>
          Show
        </button>
      )}
    </p>
  );
}

type AcceptAboveProps = {
  importId: string;
  acceptable: readonly Acceptable[];
  isBusy: boolean;
  onAccepted: (text: string, answered: Answered) => void;
};

/** Accepts together what is surely right, and says before how many that are. */
function AcceptAbove({ importId, acceptable, isBusy, onAccepted }: AcceptAboveProps) {
  const [state, accept, isAccepting] = useActionState<AcceptedState, FormData>(acceptAbove, EMPTY_FORM);
  const tell = useEffectEvent(() => {
    if (state.done) onAccepted(state.done, state.answered ?? []);
  });
  useEffect(() => tell(), [state]);
  return (
    <details className="imp-more" data-accept-all>
      <summary className={buttonClass()}>Accept all…</summary>
      <form
        action={accept}
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null };
          const form = new FormData(event.currentTarget, submitter);
          event.currentTarget.closest("details")?.removeAttribute("open");
          startTransition(() => accept(form));
        }}
      >
        <input type="hidden" name="importId" value={importId} />
        <p className="px-3 py-1 text-xs text-ink-3">Open ones with a confidence from</p>
        {acceptable.map(({ above, takes }) => (
          <button
            key={above}
            className={`${buttonClass("quiet")} w-full`}
            name="above"
            value={above}
            disabled={takes === 0 || isAccepting || isBusy}
          >
            {above.toFixed(2)}: accept {takes}
          </button>
        ))}
        <ProblemNote problem={state.problem} />
      </form>
    </details>
  );
}
