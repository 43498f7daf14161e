"use client";

import { useActionState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { Field } from "@/components/ui/field";
import { FormOutcome } from "@/components/ui/form-outcome";
import { inputClass } from "@/components/ui/input-class";
import { TextField } from "@/components/ui/text-field";
import { ruleByForm, type RuleFormState } from "@/lib/catalogue/feeds/actions";
import { RULE_ACTIONS, RULE_KINDS } from "@/lib/catalogue/feeds/types";
import { ACTION_LABEL, KIND_LABEL } from "@/lib/catalogue/feeds/words";
import { CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { EMPTY_FORM } from "@/lib/errors/form";
import { CATEGORIES } from "@/lib/recap/types";

import { Radios } from "./radios";
import { RuleTrialNote } from "./rule-trial-note";

/** Makes a rule, behind a button when there are some: shows what it would catch before it is saved. */
export function RuleForm({ feedId, isFirst }: { feedId: string; isFirst: boolean }) {
  const [state, send, isBusy] = useActionState<RuleFormState, FormData>(ruleByForm, EMPTY_FORM);
  const { problem, trial, values = {} } = state;
  const fields = problem?.fields ?? {};
  return (
    <div className="mt-4 grid gap-3">
      {/* Outside: what was stored is seen when the form has closed again. */}
      <FormOutcome state={problem ? EMPTY_FORM : state} />
      <details open={isFirst || trial !== undefined || problem !== undefined}>
        <summary className={buttonClass()}>New rule</summary>
        {/* Which field is asked for follows the choice by CSS alone. */}
        <form action={send} className="group/rule mt-4 grid gap-4" aria-label="New rule">
          <input type="hidden" name="feedId" value={feedId} />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <Radios
              legend="Look for"
              name="kind"
              options={RULE_KINDS}
              labels={KIND_LABEL}
              chosen={values.kind ?? "contains"}
            />
            <Radios
              legend="And then"
              name="action"
              options={RULE_ACTIONS}
              labels={ACTION_LABEL}
              chosen={values.action ?? "skip"}
            />
          </div>
          <div className="group-has-[[value=category]:checked]/rule:hidden group-has-[[value=regional]:checked]/rule:hidden">
            <TextField
              label="Words, or the service's name"
              name="value"
              autoComplete="off"
              defaultValue={values.value}
              hint="Words are looked for in title and text"
              problem={fields.value}
            />
          </div>
          <div className="hidden group-has-[[value=category]:checked]/rule:block">
            <Field label="Category" problem={fields.category}>
              {(control) => (
                <select
                  key={values.category}
                  {...control}
                  className={inputClass}
                  name="category"
                  defaultValue={values.category ?? ""}
                >
                  <option value="">Choose one</option>
                  {CATEGORIES.map((category) => (
                    <option key={category} value={category}>
                      {CATEGORY_LABEL[category]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <FormOutcome state={{ ...(problem && { problem }) }} fields={["value", "category"]} />
          {trial && <RuleTrialNote trial={trial} />}
          <div className="flex flex-wrap items-center gap-2">
            <button className={buttonClass()} name="step" value="try" disabled={isBusy}>
              Try it
            </button>
            <button className={buttonClass(trial ? "default" : "quiet")} name="step" value="save" disabled={isBusy}>
              Save the rule
            </button>
          </div>
        </form>
      </details>
    </div>
  );
}
