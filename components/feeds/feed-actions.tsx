"use client";

import { useActionState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { checkNow, pauseByForm, unsubscribeByForm } from "@/lib/catalogue/feeds/actions";
import { EMPTY_FORM, type FormState } from "@/lib/errors/form";

/** What can be done with a feed as a whole. */
export function FeedActions({ feedId, isPaused }: { feedId: string; isPaused: boolean }) {
  const [checked, check] = useActionState<FormState, FormData>(checkNow, EMPTY_FORM);
  const [paused, pause] = useActionState<FormState, FormData>(pauseByForm, EMPTY_FORM);
  const [ended, end] = useActionState<FormState, FormData>(unsubscribeByForm, EMPTY_FORM);
  const feed = <input type="hidden" name="feedId" value={feedId} />;
  return (
    <div className="mt-4 grid gap-2">
      <div className="flex flex-wrap items-start gap-2">
        <form action={check}>
          {feed}
          <SubmitButton look="primary">Check now</SubmitButton>
        </form>
        <form action={pause}>
          {feed}
          <input type="hidden" name="pause" value={isPaused ? "no" : "yes"} />
          <SubmitButton>{isPaused ? "Go on" : "Pause"}</SubmitButton>
        </form>
        <details className="group">
          <summary className={buttonClass("quiet")}>Unsubscribe</summary>
          <form action={end} className="mt-2 grid gap-2 text-sm text-ink-2">
            {feed}
            <p>Its rules go with it. What waits stays in its import, what is on the board stays there.</p>
            <div>
              <SubmitButton look="danger">End the subscription</SubmitButton>
            </div>
          </form>
        </details>
      </div>
      <FormOutcome state={ended.problem ? ended : checked} />
      <FormOutcome state={paused} />
    </div>
  );
}
