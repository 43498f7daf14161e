"use client";

import { useActionState, type SubmitEvent } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { inputClass } from "@/components/ui/input-class";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";
import type { DecidedRow } from "@/lib/shortlist/page/types";
import { DELIVERIES } from "@/lib/voting/decisions/decision";

import { DELIVERY_LABEL } from "./decided-row";

type Props = {
  row: Pick<DecidedRow, "id" | "title" | "delivery" | "deliveryOn">;
  /** The day it is, YYYY-MM-DD. */
  today: string;
  action: FormAction;
  /** Takes what was said, to show it at once. */
  onRecord: (form: FormData) => void;
};

/** Says how far something is, and since when: a button each, pressed is what stands. */
export function ProgressForm({ row, today, action, onRecord }: Props) {
  const [state, formAction] = useActionState(action, EMPTY_FORM);

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onRecord(new FormData(event.currentTarget, event.nativeEvent.submitter));
  }

  return (
    <form action={formAction} onSubmit={handleSubmit} className="row-form">
      <input type="hidden" name="announcementId" value={row.id} />
      <input type="hidden" name="was" value={row.delivery} />
      <label>
        Since
        <input
          name="on"
          type="date"
          defaultValue={state.values?.on ?? today}
          aria-label={`Day since when ${row.title} is so`}
          className={`${inputClass} w-40!`}
        />
      </label>
      <div role="group" aria-label={`Progress of ${row.title}`} className="deliveries">
        {DELIVERIES.map((delivery) => (
          <button
            key={delivery}
            name="delivery"
            value={delivery}
            aria-pressed={delivery === row.delivery}
            className={`delivery ${delivery}`}
          >
            {DELIVERY_LABEL[delivery]}
          </button>
        ))}
      </div>
      <FormOutcome state={state} />
    </form>
  );
}
