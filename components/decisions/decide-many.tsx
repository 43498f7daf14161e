"use client";

import { useActionState, useEffect, useEffectEvent, useId, useRef, type ReactNode } from "react";

import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { inputClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction, type FormState } from "@/lib/errors/form";
import { formatNumber } from "@/lib/format/number";
import type { Named } from "@/lib/voting/decisions/decision";
import { SELECTED, selectedValue, type Selected } from "@/lib/voting/decisions/form";

import { ChoiceRadios } from "./choice-radios";
import { EffortFields, OwnerField, ReopenFields, TargetField, unlessAdopted } from "./decision-fields";

type Props = {
  /** What is selected on the page; nothing hides the bar, save where no script runs. */
  items: readonly Selected[];
  members: readonly Named[];
  /** `decideManyAction` of the team. */
  action: FormAction;
  /** Called once all of it is decided, to unselect it. */
  onDecided?: () => void;
  onClear?: () => void;
  /**
   * The form's id. Where no script runs, checkboxes of the page that are called `SELECTED`, hold a `selectedValue` and name
   * this form say what is selected.
   */
  id?: string;
};

/** Settles everything that is selected the same: choice, reason, owner and target in a bar at the bottom of the list. */
export function DecideMany({ items, members, action, onDecided, onClear, id }: Props) {
  const [state, formAction, isPending] = useActionState(action, EMPTY_FORM);
  const count = items.length;
  const isIdle = count === 0;
  const said = useRef<HTMLParagraphElement>(null);
  const tell = useEffectEvent(() => {
    // The button that has the focus goes away.
    if (said.current?.parentElement?.contains(document.activeElement)) said.current.focus();
    onDecided?.();
  });
  useEffect(() => {
    if (state.done) tell();
  }, [state]);

  return (
    <section
      aria-label="Decide what is selected"
      data-decide-many={isIdle ? undefined : ""}
      className={`sticky bottom-0 z-20 -mx-4 border-line-strong bg-surface px-4 sm:mx-0 sm:rounded-t-lg print:hidden ${isIdle ? "[@media(scripting:none)]:border-t [@media(scripting:none)]:py-3" : "border py-3 shadow-3"}`}
    >
      <p ref={said} tabIndex={-1} role="status" className={isIdle && state.done ? "py-2 text-sm text-ink" : "sr-only"}>
        {isIdle ? state.done : ""}
      </p>
      <form
        id={id}
        action={formAction}
        onKeyDown={({ key, defaultPrevented }) => {
          if (key === "Escape" && !defaultPrevented) onClear?.();
        }}
        className={`group/decide ${isIdle ? "hidden [@media(scripting:none)]:grid" : "grid"} gap-2`}
      >
        <SelectedFields items={items} state={state} />
        <div className="flex flex-wrap items-center gap-x-4 text-sm">
          <b role="status" className="font-medium text-ink">
            {isIdle ? "Decide all selected" : `${formatNumber(count)} selected`}
          </b>
          {onClear && !isIdle && (
            <button type="button" onClick={onClear} className={textButtonClass}>
              Clear
            </button>
          )}
        </div>
        <Fields state={state} members={members}>
          <button className={`${buttonClass("primary")} max-lg:col-span-2`} aria-disabled={isPending || undefined}>
            {isIdle ? "Decide" : `Decide ${formatNumber(count)}`}
          </button>
        </Fields>
      </form>
    </section>
  );
}

/** What is sent along: what is selected, or, where no script keeps it, what was selected when the form was refused. */
function SelectedFields({ items, state: { problem, values } }: { items: readonly Selected[]; state: FormState }) {
  const refused = problem?.kind === "invalid" ? (values?.[SELECTED] ?? "").split(",").filter(Boolean) : [];
  const selected = items.length > 0 ? items.map(selectedValue) : refused;
  return (
    <>
      {selected.map((value) => (
        <input key={value} type="hidden" name={SELECTED} value={value} />
      ))}
      {items.length === 0 && refused.length > 0 && (
        <p className="text-sm">The {formatNumber(refused.length)} you selected still are.</p>
      )}
    </>
  );
}

type FieldsProps = { state: FormState; members: readonly Named[]; children: ReactNode };

function Fields({ state: { problem, values = {} }, members, children }: FieldsProps) {
  const problemId = useId();
  const given = { kept: values, problem, bare: { of: "", problemId } };
  const isMoreWrong = ["effort", "days", "reopenWhen", "reopenOn"].some((name) => problem?.fields?.[name]);
  return (
    <>
      <div className="grid grid-cols-2 gap-2 lg:grid-cols-[340px_minmax(0,1fr)_180px_128px_auto]">
        <div className="max-lg:col-span-2">
          <ChoiceRadios chosen={values.choice ?? ""} of="Decide selected" />
        </div>
        <div className="max-lg:col-span-2">
          <input
            name="reason"
            defaultValue={values.reason}
            aria-label="Reason"
            aria-invalid={problem?.fields?.reason ? true : undefined}
            aria-describedby={problemId}
            placeholder="Reason, in a line"
            autoComplete="off"
            className={inputClass}
          />
        </div>
        <OwnerField members={members} {...given} />
        <div>
          <TargetField {...given} />
        </div>
        {children}
      </div>
      <details open={isMoreWrong || undefined}>
        <summary className={textButtonClass}>More</summary>
        <div className="grid grid-cols-2 gap-2 pt-1 lg:grid-cols-[120px_120px_minmax(0,1fr)]">
          <EffortFields {...given} />
          <div className={`${unlessAdopted} grid-cols-[minmax(0,1fr)_150px] gap-2 max-lg:col-span-2`}>
            <ReopenFields {...given} />
          </div>
        </div>
      </details>
      <ProblemNote id={problemId} problem={problem} />
    </>
  );
}
