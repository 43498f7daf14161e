"use client";

import { useActionState, useId, useRef } from "react";

import { ChoiceRadios } from "@/components/decisions/choice-radios";
import {
  EffortFields,
  OwnerField,
  ReopenFields,
  TargetField,
  unlessAdopted,
} from "@/components/decisions/decision-fields";
import { ReopenForm } from "@/components/decisions/reopen-form";
import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { inputClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormState } from "@/lib/errors/form";
import type { AgendaItem } from "@/lib/voting/agenda/types";
import { fieldsOf } from "@/lib/voting/decisions/form";

import type { AgendaActions } from "./agenda-item";
import { SettledLine } from "./settled-line";
import { useFocusThatGoesOn } from "./use-focus-that-goes-on";

type Props = {
  item: Pick<AgendaItem, "id" | "title" | "decision" | "marks" | "tally" | "lean">;
  actions: AgendaActions;
  /** What else the form sends along. */
  fields?: Readonly<Record<string, string>>;
};

/** The row with which a lead settles an item; once it is settled, what was decided, with the ways to change it. */
export function Settle({ item, actions, fields = {} }: Props) {
  const { id, title, decision } = item;
  const [state, formAction, isPending] = useActionState(actions.settle, EMPTY_FORM);
  const was = decision?.at ?? "";
  // What was refused for another decision than the one that stands now is over, unless that change is why.
  const refused = state.values?.was === was || state.problem?.kind === "conflict" ? state : EMPTY_FORM;
  const around = useRef<HTMLDivElement>(null);
  useFocusThatGoesOn(around, { settledAt: decision?.at ?? null, isRefused: refused.problem !== undefined });

  const form = (
    <form key={was} action={formAction} className="settle group/decide">
      <input type="hidden" name="announcementId" value={id} />
      <input type="hidden" name="was" value={was} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SettleFields title={title} decision={decision} members={actions.members} refused={refused} />
      <button className={buttonClass()} aria-disabled={isPending || undefined}>
        Settle
      </button>
    </form>
  );
  return (
    <div ref={around} tabIndex={-1} className="settling">
      <div role="status">{decision && <SettledLine {...item} decision={decision} />}</div>
      {decision ? (
        <div className="settled-ways">
          <details key={was} open={refused.problem !== undefined}>
            <summary className={textButtonClass}>
              Change<span className="sr-only"> the decision on {title}</span>
            </summary>
            {form}
          </details>
          <ReopenForm
            announcementId={id}
            was={was}
            action={actions.reopen}
            label={
              <>
                Reopen<span className="sr-only"> {title}</span>
              </>
            }
          />
        </div>
      ) : (
        form
      )}
    </div>
  );
}

type FieldsProps = Pick<Props["item"], "title" | "decision"> & Pick<AgendaActions, "members"> & { refused: FormState };

function SettleFields({ title, decision, members, refused: { problem, values } }: FieldsProps) {
  const problemId = useId();
  const kept = values ?? fieldsOf(decision);
  const given = { kept, problem, bare: { of: `for ${title}`, problemId } };
  const isMore = MORE.some((name) => problem?.fields?.[name]);
  return (
    <>
      <ChoiceRadios chosen={kept.choice ?? ""} of={`Settle ${title}`} />
      <input
        name="reason"
        defaultValue={kept.reason}
        aria-label={`Reason for ${title}`}
        aria-describedby={problemId}
        aria-invalid={problem?.fields?.reason ? true : undefined}
        placeholder="Reason, in a line"
        autoComplete="off"
        className={inputClass}
      />
      <OwnerField members={members} owner={decision?.owner ?? null} {...given} />
      <TargetField {...given} />
      <details className="settle-more" open={isMore || undefined}>
        <summary className={textButtonClass}>
          More<span className="sr-only"> for {title}</span>
        </summary>
        <div>
          <EffortFields {...given} />
          <div className={`${unlessAdopted} settle-reopen`}>
            <ReopenFields {...given} />
          </div>
        </div>
      </details>
      <ProblemNote id={problemId} problem={problem} />
    </>
  );
}

/** What stands under More. */
const MORE = ["effort", "days", "reopenWhen", "reopenOn"];
