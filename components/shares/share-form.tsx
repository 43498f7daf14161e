"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { EMPTY_FORM } from "@/lib/errors/form";
import { SHARE_KINDS, type ShareKind } from "@/lib/shortlist/export/types";
import { makeShare, type ShareState } from "@/lib/shortlist/shares/actions";

import { ShareEnd } from "./share-end";
import { ShareMade } from "./share-made";
import { KINDS } from "./share-words";

export type ShareFormProps = {
  teamSlug: string;
  conferenceSlug: string;
  /** The kind that is chosen to begin with. */
  kind: ShareKind;
  /** Filter and options of what is shared, as the query of an export's address; and the filter in words. */
  query: string;
  filter: string | null;
  files: Record<ShareKind, readonly string[]>;
  /** The first day, in UTC, that may be chosen as the last: YYYY-MM-DD. */
  earliest: string;
};

/** Makes a link and shows its address, this once. */
export function ShareForm({ teamSlug, conferenceSlug, kind, query, filter, files, earliest }: ShareFormProps) {
  const [state, action] = useActionState<ShareState, FormData>(makeShare, EMPTY_FORM);
  const { values, problem } = state;
  const chosen = values?.kind ?? kind;
  const made = SHARE_KINDS.find((one) => one === state.kind);
  return (
    <form action={action} noValidate aria-label="Make a link" className="grid gap-5">
      <input type="hidden" name="team" value={teamSlug} />
      <input type="hidden" name="conference" value={conferenceSlug} />
      <input type="hidden" name="query" value={query} />
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-sm font-medium text-ink">What it shows</legend>
        {SHARE_KINDS.map((value) => (
          <label key={value} className="flex min-h-6 items-start gap-2 py-0.5 text-sm">
            <input
              type="radio"
              name="kind"
              value={value}
              defaultChecked={value === chosen}
              className="mt-0.5 size-4 flex-none accent-accent"
            />
            <span>
              <span className="font-medium text-ink">{KINDS[value].name}</span>, {KINDS[value].about}
            </span>
          </label>
        ))}
        {filter && <p className="text-xs text-ink-2">Only {filter}, as chosen on the page you came from.</p>}
        {hasMapping(query) && (
          <p className="text-xs text-ink-2">With the rings and quadrants that you chose for that radar.</p>
        )}
      </fieldset>
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-sm font-medium text-ink">Besides the decisions and their reasons</legend>
        <Also name="people" label="Names" isChosen={values?.people === "yes"}>
          who decided, who carries it out, and their e-mail addresses where a file has a place for them
        </Also>
        <Also name="notes" label="Notes" isChosen={values?.notes === "yes"}>
          what members wrote with their marks; without names unless these are shown too
        </Also>
      </fieldset>
      <ShareEnd chosen={values?.ends} day={values?.day} earliest={earliest} problem={problem?.fields?.until} />
      <TextField
        name="label"
        label="Who is it for"
        hint="Optional. Tells links apart; whoever opens it does not see it."
        autoComplete="off"
        maxLength={80}
        defaultValue={values?.label}
        problem={problem?.fields?.label}
      />
      <FormOutcome state={state} fields={["label", "until"]} />
      <div>
        <SubmitButton look="primary">Make link</SubmitButton>
      </div>
      {state.address && made && <ShareMade address={state.address} files={files[made]} />}
    </form>
  );
}

/** Whether the page one came from said what becomes what in another team's radar. */
function hasMapping(query: string): boolean {
  return new URLSearchParams(query).has("format");
}

type AlsoProps = { name: string; label: string; isChosen: boolean; children: string };

function Also({ name, label, isChosen, children }: AlsoProps) {
  return (
    <label className="flex min-h-6 items-start gap-2 py-0.5 text-sm">
      <input
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={isChosen}
        className="mt-0.5 size-4 flex-none accent-accent"
      />
      <span>
        <span className="font-medium text-ink">{label}</span>, {children}
      </span>
    </label>
  );
}
