"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { EMPTY_FORM } from "@/lib/errors/form";
import { formatCount } from "@/lib/format/number";
import { setRoundByForm } from "@/lib/voting/rounds/actions";

import { BlindChoice } from "./blind-choice";
import { ZoneField } from "./zone-field";

export type RoundFormProps = {
  teamSlug: string;
  conferenceSlug: string;
  mode: "open" | "change" | "reopen";
  /** Which state of the round the form shows; 0 when there is none. */
  version: number;
  members: number;
  /** Whether anybody has marked anything here. */
  hasMarks: boolean;
  mayBeBlind: boolean;
  first: { date: string; time: string; timeZone: string | null; quorum: number; isBlind: boolean };
  zones: readonly string[];
};

const VERB = { open: "Open round", change: "Save changes", reopen: "Reopen round" } as const;
const FIELDS = ["date", "time", "timeZone", "quorum", "isBlind"];

/** How a round is run; one form to open it, to change it and to open it again. */
export function RoundForm(props: RoundFormProps) {
  const { teamSlug, conferenceSlug, mode, version, members, hasMarks, mayBeBlind, first, zones } = props;
  const [state, action] = useActionState(setRoundByForm, EMPTY_FORM);
  const { values, problem } = state;
  const wrong = problem?.fields ?? {};
  const isBlind = values ? values.isBlind === "yes" : first.isBlind;
  return (
    <form action={action} noValidate className="grid gap-5" aria-label={VERB[mode]}>
      <input type="hidden" name="team" value={teamSlug} />
      <input type="hidden" name="conference" value={conferenceSlug} />
      <input type="hidden" name="mode" value={mode} />
      <input type="hidden" name="was" value={version} />
      {/* A round that has changed is shown as it stands, with what was typed and refused kept. */}
      <div key={version} className="grid gap-5">
        <div className="grid gap-3 sm:grid-cols-[1fr_8rem_2fr]">
          <TextField
            name="date"
            type="date"
            label="Closes on"
            required
            defaultValue={values?.date ?? first.date}
            problem={wrong.date}
          />
          <TextField
            name="time"
            type="time"
            label="At"
            required
            defaultValue={values?.time ?? first.time}
            problem={wrong.time}
          />
          <ZoneField zones={zones} chosen={values?.timeZone || first.timeZone} problem={wrong.timeZone} />
        </div>
        <div className="sm:max-w-80">
          <TextField
            name="quorum"
            inputMode="numeric"
            autoComplete="off"
            label={`Quorum, of ${formatCount(members, "member")}`}
            hint="How many must have marked an announcement before it counts as heard."
            defaultValue={values?.quorum ?? first.quorum}
            problem={wrong.quorum}
          />
        </div>
        <BlindChoice
          key={String(isBlind)}
          mode={mode}
          isBlind={isBlind}
          wasBlind={mode !== "open" && first.isBlind}
          hasMarks={hasMarks}
          mayBeBlind={mayBeBlind}
          problem={wrong.isBlind}
        />
      </div>
      <div className="grid gap-3">
        <FormOutcome state={state} fields={FIELDS} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <SubmitButton look="primary">{VERB[mode]}</SubmitButton>
          <span className="text-xs text-ink-3">{toldHint(mode, members - 1)}</span>
        </div>
      </div>
    </form>
  );
}

function toldHint(mode: RoundFormProps["mode"], others: number): string {
  if (others <= 0) return "There is nobody else to tell.";
  const whom = others === 1 ? "The other member is" : `The ${formatCount(others, "other member")} are`;
  return mode === "change"
    ? `${whom} told once of another closing time, and when marks become visible.`
    : `${whom} told once.`;
}
