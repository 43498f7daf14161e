"use client";

import { useActionState, type Ref } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { Field } from "@/components/ui/field";
import { inputClass } from "@/components/ui/input-class";
import { Kbd } from "@/components/ui/kbd";
import { ProblemNote } from "@/components/ui/problem-note";
import { TextField } from "@/components/ui/text-field";
import { resolveByForm } from "@/lib/catalogue/imports/actions";
import type { MergeTarget } from "@/lib/catalogue/imports/targets";
import type { ReviewCandidate } from "@/lib/catalogue/imports/types";
import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { EMPTY_FORM, type FormState } from "@/lib/errors/form";
import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";

import { MatchLine } from "./candidate-line";
import { MatchChooser } from "./match-chooser";

type Props = {
  importId: string;
  candidate: ReviewCandidate;
  /** Where a form posted without JavaScript goes on. */
  next: number;
  refused: FormState | null;
  targets: readonly MergeTarget[] | null;
  query: string;
  formRef: Ref<HTMLFormElement>;
  onSubmit: (form: FormData) => void;
};

/** The candidate under review: its fields, what it would be merged with, and the two answers. */
export function CandidateEditor({ importId, candidate, next, refused, targets, query, formRef, onSubmit }: Props) {
  const [posted, post] = useActionState(resolveByForm, EMPTY_FORM);
  // Without JavaScript the refusal of whichever candidate was posted is the page's own.
  const isPosted = posted.values?.candidateId === candidate.id;
  const { problem, values = {} } = refused ?? (isPosted ? posted : EMPTY_FORM);
  const fields = problem?.fields ?? {};
  const formId = `candidate-${candidate.number}`;
  return (
    <div className="imp-editor">
      <form
        id={formId}
        ref={formRef}
        action={post}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget, submitterOf(event.nativeEvent)));
        }}
      >
        <input type="hidden" name="importId" value={importId} />
        <input type="hidden" name="candidateId" value={candidate.id} />
        <input type="hidden" name="version" value={candidate.version} />
        <input type="hidden" name="next" value={next} />
        <ProblemNote problem={problem?.fields ? undefined : problem} />
        <TextField
          label="Title"
          name="title"
          defaultValue={values.title ?? candidate.title}
          autoComplete="off"
          problem={fields.title}
        />
        <div className="grid gap-2 sm:grid-cols-3">
          <TextField
            label={candidate.services.length > 1 ? "Services" : "Service"}
            name="services"
            defaultValue={values.services ?? candidate.services.join(", ")}
            autoComplete="off"
            problem={fields.services}
          />
          <Field label="Category" problem={fields.category}>
            {(control) => (
              <select
                {...control}
                className={inputClass}
                name="category"
                defaultValue={values.category ?? candidate.category}
              >
                {CATEGORIES.map((category) => (
                  <option key={category} value={category}>
                    {CATEGORY_LABEL[category]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="Availability" problem={fields.availability}>
            {(control) => (
              <select
                {...control}
                className={inputClass}
                name="availability"
                defaultValue={values.availability ?? candidate.availability}
              >
                {AVAILABILITIES.map((availability) => (
                  <option key={availability} value={availability}>
                    {AVAILABILITY_LABEL[availability] || "Not said"}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <MatchLine candidate={candidate} />
        {candidate.match && (
          <p className="text-xs text-ink-3">Accepting adds a mention to it; its marks, notes and comments stay.</p>
        )}
      </form>
      <div className="imp-answers">
        <button className={buttonClass("default", "small")} form={formId} name="resolution" value="accept">
          Accept <Kbd isDecoration>a</Kbd>
        </button>
        <button className={buttonClass("default", "small")} form={formId} name="resolution" value="skip">
          Skip <Kbd isDecoration>x</Kbd>
        </button>
        {candidate.resolution !== "open" && (
          <button className={buttonClass("default", "small")} form={formId} name="resolution" value="open">
            Reopen
          </button>
        )}
        <MatchChooser
          importId={importId}
          candidate={candidate}
          formId={formId}
          chosen={values.announcementId}
          problem={fields.announcementId}
          targets={targets}
          query={query}
        />
        <span className="imp-confidence">confidence {candidate.confidence.toFixed(2)}</span>
      </div>
    </div>
  );
}

function submitterOf(event: Event): HTMLElement | null {
  return event instanceof SubmitEvent ? event.submitter : null;
}
