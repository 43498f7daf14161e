"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/errors/form";
import { formatMoment } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { MarkedBy, Waiting } from "@/lib/voting/progress-types";
import { remind } from "@/lib/voting/reminders/actions";

/** Says how many have not begun, and lets a lead ask those who were not asked today. */
export function RemindForm({ teamSlug, marked }: { teamSlug: string; marked: MarkedBy }) {
  const [state, action] = useActionState(remind, EMPTY_FORM);
  const { conference, notStarted, waiting, isOpen } = marked;
  if (notStarted === 0) return <FormOutcome state={state} />;
  const unasked = waiting.filter(({ remindedAt }) => remindedAt === null);
  return (
    <form action={action} className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-3">
      <input type="hidden" name="team" value={teamSlug} />
      <input type="hidden" name="conference" value={conference.slug} />
      {unasked.map(({ personId }) => (
        <input key={personId} type="hidden" name="person" value={personId} />
      ))}
      <p className="grow text-sm text-ink-2">
        {notStarted === 1 ? "One has not started." : `${formatNumber(notStarted)} have not started.`}
      </p>
      {isOpen && unasked.length > 0 && (
        <SubmitButton size="small" label={`Remind ${unasked.map(({ name }) => name).join(", ")}`}>
          Remind {nameOf(unasked)}
        </SubmitButton>
      )}
      <div className="basis-full empty:hidden">
        <FormOutcome state={state} />
        {!state.done && <LastAsked waiting={waiting} />}
      </div>
    </form>
  );
}

/** When those who have not begun were asked last. */
function LastAsked({ waiting }: { waiting: readonly Waiting[] }) {
  const asked = waiting.filter((one) => one.remindedAt !== null);
  const [only] = asked;
  const last = asked
    .flatMap(({ remindedAt }) => remindedAt ?? [])
    .toSorted()
    .at(-1);
  if (!only || !last) return null;
  return (
    <p className="text-xs text-ink-3">
      {asked.length === 1 ? `${only.name} was` : `${formatNumber(asked.length)} were`} reminded{" "}
      <time dateTime={last}>{formatMoment(last)}</time>.
    </p>
  );
}

/** One by their first name, more as a number. */
function nameOf(people: readonly Waiting[]): string {
  const [first, ...others] = people;
  return first && others.length === 0 ? (first.name.split(" ")[0] ?? first.name) : formatNumber(people.length);
}
