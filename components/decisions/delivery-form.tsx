"use client";

import { useActionState, useId } from "react";

import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { inputClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";
import { PROGRESS } from "@/lib/shortlist/formats/decision-words";
import { DELIVERIES, type Decision } from "@/lib/voting/decisions/decision";

type Props = {
  announcementId: string;
  decision: Pick<Decision, "delivery" | "deliveryOn">;
  /** `recordDeliveryAction` of the team. */
  action: FormAction;
};

/** How far a decision is carried out, and since which day, for its owner and leads to say. */
export function DeliveryForm({ announcementId, decision: { delivery, deliveryOn }, action }: Props) {
  const [state, formAction, isPending] = useActionState(action, EMPTY_FORM);
  // What was refused for another progress than the one that stands now is over, unless that change is why.
  const refused = state.values?.was === delivery || state.problem?.kind === "conflict" ? state : EMPTY_FORM;
  const kept = refused.values ?? { delivery, on: deliveryOn ?? "" };
  const [dayId, problemId] = [useId(), useId()];
  return (
    <details open={refused.problem ? true : undefined}>
      <summary className={textButtonClass}>Say how far it is</summary>
      <form action={formAction} className="grid gap-2 pt-1">
        <input type="hidden" name="announcementId" value={announcementId} />
        <input type="hidden" name="was" value={delivery} />
        <fieldset>
          <legend className="sr-only">Progress</legend>
          <div className="grid grid-cols-4 overflow-hidden rounded-md border border-line-control bg-surface max-sm:grid-cols-2">
            {DELIVERIES.map((one) => (
              <label
                key={one}
                className="relative flex h-[30px] items-center justify-center border-line text-sm font-medium not-first:border-l has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus max-sm:h-11 max-sm:nth-3:border-l-0 max-sm:nth-[n+3]:border-t forced-colors:has-checked:outline-2 forced-colors:has-checked:-outline-offset-2"
              >
                <input
                  type="radio"
                  name="delivery"
                  value={one}
                  required
                  defaultChecked={kept.delivery === one}
                  className="absolute inset-0 cursor-pointer opacity-0"
                />
                {PROGRESS[one]}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="flex items-center gap-2">
          <label htmlFor={dayId} className="text-sm font-medium text-ink">
            Since
          </label>
          <input
            id={dayId}
            type="date"
            name="on"
            defaultValue={kept.on}
            aria-describedby={problemId}
            aria-invalid={refused.problem?.fields?.on ? true : undefined}
            className={`${inputClass} min-w-0 shrink`}
          />
          <button className={buttonClass()} aria-disabled={isPending || undefined}>
            Save
          </button>
        </div>
        <ProblemNote id={problemId} problem={refused.problem} />
        <p role="status" className="text-xs text-ink-3 empty:hidden">
          {refused.problem ? "" : state.done}
        </p>
      </form>
    </details>
  );
}
