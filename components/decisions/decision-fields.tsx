"use client";

import { useId, useState, type ReactNode } from "react";

import { Field } from "@/components/ui/field";
import { inputClass, textareaClass } from "@/components/ui/input-class";
import type { Problem } from "@/lib/errors/problem";
import { EFFORTS, type Named } from "@/lib/voting/decisions/decision";
import type { FieldValues } from "@/lib/voting/decisions/form";
import { quartersFrom } from "@/lib/voting/decisions/quarters";

/** What the fields of a decision are drawn with. */
export type FieldsGiven = {
  /** What was typed and refused, else what stands. */
  kept: FieldValues;
  problem: Problem | undefined;
  /** In a row without room for labels: what is heard after each of them, and the id of what says why it was refused. */
  bare?: { of: string; problemId: string };
};

type Control = {
  id?: string;
  "aria-label"?: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

type OfField = FieldsGiven & { name: string; label: string; children: (control: Control) => ReactNode };

function OfField({ name, label, problem, bare, children }: OfField) {
  const wrong = problem?.fields?.[name];
  if (!bare) {
    return (
      <Field label={label} problem={wrong}>
        {children}
      </Field>
    );
  }
  return children({
    "aria-label": bare.of ? `${label} ${bare.of}` : label,
    "aria-invalid": wrong ? true : undefined,
    "aria-describedby": bare.problemId,
  });
}

/** Who carries it out: one of the team, or nobody. Somebody who owns it and has left stays in the list, to be replaced. */
export function OwnerField({
  members,
  owner,
  ...given
}: FieldsGiven & { members: readonly Named[]; owner?: Named | null }) {
  const kept = given.kept.owner ?? "";
  const former = owner && !members.some(({ personId }) => personId === owner.personId) ? owner : null;
  return (
    <OfField name="owner" label="Owner" {...given}>
      {(control) => (
        <select key={kept} name="owner" {...control} defaultValue={kept} className={inputClass}>
          <option value="">{given.bare ? "No owner" : "Nobody"}</option>
          {former && <option value={former.personId}>{former.name}, not in the team</option>}
          {members.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </select>
      )}
    </OfField>
  );
}

/** Until when: a quarter, which is offered, or a day. */
export function TargetField(given: FieldsGiven) {
  const listId = useId();
  const [quarters] = useState(() => quartersFrom(new Date()));
  return (
    <OfField name="target" label="Target" {...given}>
      {(control) => (
        <>
          <input
            name="target"
            list={listId}
            {...control}
            defaultValue={given.kept.target}
            placeholder={given.bare ? "Target" : "A quarter or day"}
            autoComplete="off"
            className={inputClass}
          />
          <datalist id={listId}>
            {quarters.map((quarter) => (
              <option key={quarter} value={quarter} />
            ))}
          </datalist>
        </>
      )}
    </OfField>
  );
}

/** How much work it is, by size, and in days where they are known. */
export function EffortFields(given: FieldsGiven) {
  const kept = given.kept.effort?.toUpperCase() ?? "";
  return (
    <>
      <OfField name="effort" label="Effort" {...given}>
        {(control) => (
          <select key={kept} name="effort" {...control} defaultValue={kept} className={inputClass}>
            <option value="">{given.bare ? "No effort" : "Not said"}</option>
            {EFFORTS.map((effort) => (
              <option key={effort} value={effort}>
                {effort}
              </option>
            ))}
          </select>
        )}
      </OfField>
      <OfField name="days" label="Days" {...given}>
        {(control) => (
          <input
            name="days"
            inputMode="decimal"
            {...control}
            defaultValue={given.kept.days}
            placeholder={given.bare && "Days"}
            autoComplete="off"
            className={inputClass}
          />
        )}
      </OfField>
    </>
  );
}

/** What would make the team look again at what it does not adopt; nothing asks for it while adopt is chosen. */
export function ReopenFields(given: FieldsGiven) {
  return (
    <>
      <OfField name="reopenWhen" label="Reopen when" {...given}>
        {(control) =>
          given.bare ? (
            <input
              name="reopenWhen"
              {...control}
              defaultValue={given.kept.reopenWhen}
              placeholder="Reopen when"
              autoComplete="off"
              className={inputClass}
            />
          ) : (
            <textarea
              name="reopenWhen"
              rows={2}
              {...control}
              defaultValue={given.kept.reopenWhen}
              className={textareaClass}
            />
          )
        }
      </OfField>
      <OfField name="reopenOn" label="Look again on" {...given}>
        {(control) => (
          <input
            type="date"
            name="reopenOn"
            {...control}
            defaultValue={given.kept.reopenOn}
            title={given.bare && "Look again on"}
            className={inputClass}
          />
        )}
      </OfField>
    </>
  );
}

/** Around `ReopenFields` in a form of the class `group/decide`: there once something other than adopt is chosen. */
export const unlessAdopted =
  "group-has-[input[value=investigate]:checked]/decide:grid group-has-[input[value=ignore]:checked]/decide:grid hidden";
