"use client";

import { useActionState, type Ref } from "react";

import { inputClass } from "@/components/ui/input-class";
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
        {problem && !problem.fields && (
          <p className="imp-problem" role="alert">
            {problem.message}
          </p>
        )}
        <Field label="Title" problem={fields.title}>
          <input
            className={inputClass}
            name="title"
            defaultValue={values.title ?? candidate.title}
            autoComplete="off"
          />
        </Field>
        <div className="imp-fields">
          <Field label={candidate.services.length > 1 ? "Services" : "Service"} problem={fields.services}>
            <input
              className={inputClass}
              name="services"
              defaultValue={values.services ?? candidate.services.join(", ")}
              autoComplete="off"
            />
          </Field>
          <Field label="Category" problem={fields.category}>
            <select className={inputClass} name="category" defaultValue={values.category ?? candidate.category}>
              {CATEGORIES.map((category) => (
                <option key={category} value={category}>
                  {CATEGORY_LABEL[category]}
                </option>
              ))}
            </select>
          </Field>
          <Field label="Availability" problem={fields.availability}>
            <select
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
          </Field>
        </div>
        <MatchLine candidate={candidate} />
        {candidate.match && (
          <p className="imp-hint">Accepting adds a mention to it; its marks, notes and comments stay.</p>
        )}
      </form>
      <div className="imp-answers">
        <button className="imp-small" form={formId} name="resolution" value="accept">
          Accept <kbd aria-hidden>a</kbd>
        </button>
        <button className="imp-small" form={formId} name="resolution" value="skip">
          Skip <kbd aria-hidden>x</kbd>
        </button>
        {candidate.resolution !== "open" && (
          <button className="imp-small" form={formId} name="resolution" value="open">
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

function Field({
  label,
  problem,
  children,
}: {
  label: string;
  problem: string | undefined;
  children: React.ReactNode;
}) {
  return (
    <label className="imp-field" data-invalid={problem ? "" : undefined}>
      <span>{label}</span>
      {children}
      {problem && <span className="imp-problem">{problem}</span>}
    </label>
  );
}

function submitterOf(event: Event): HTMLElement | null {
  return event instanceof SubmitEvent ? event.submitter : null;
}
