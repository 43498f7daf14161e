"use client";

import { useActionState, useEffect, useRef, type SubmitEvent } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { FormOutcome } from "@/components/ui/form-outcome";
import { inputClass } from "@/components/ui/input-class";
import { EMPTY_FORM } from "@/lib/errors/form";
import type { DecidedRow } from "@/lib/shortlist/page/types";

import type { MoveAction, MoveState } from "./states";

export type MoveFormProps = {
  row: Pick<DecidedRow, "id" | "title">;
  /** Its place now, counted from 1, and how many places there are. */
  number: number;
  total: number;
  action: MoveAction;
  /** Moves it on the page that is shown; false where the place is not on it. */
  onMove?: (place: number) => boolean;
};

/** Moves a row to a place that is typed: what dragging does, for thumbs, keyboards and pages without JavaScript. */
export function MoveForm({ row, number, total, action, onMove }: MoveFormProps) {
  const [state, formAction] = useActionState<MoveState, FormData>(action, EMPTY_FORM);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    const place = field.current?.valueAsNumber ?? Number.NaN;
    if (Number.isInteger(place) && place >= 1 && onMove?.(place)) event.preventDefault();
  }

  return (
    <form action={formAction} onSubmit={handleSubmit} className="row-form">
      <input type="hidden" name="announcementId" value={row.id} />
      <input type="hidden" name="title" value={row.title} />
      <input type="hidden" name="draw" value="1" />
      <label>
        Move to
        <input
          ref={field}
          name="to"
          type="number"
          inputMode="numeric"
          min={1}
          max={total}
          required
          defaultValue={state.values?.to ?? number}
          key={number}
          aria-label={`Place of ${row.title}, 1 to ${total}`}
          className={`${inputClass} w-20!`}
        />
        of {total}
      </label>
      <button className={buttonClass()}>Move</button>
      <FormOutcome state={state} />
    </form>
  );
}
