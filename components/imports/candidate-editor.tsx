"use client";

import { useActionState, useRef, type KeyboardEvent, type Ref } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { Kbd } from "@/components/ui/kbd";
import { ProblemNote } from "@/components/ui/problem-note";
import { resolveByForm } from "@/lib/catalogue/imports/actions";
import type { MergeTarget } from "@/lib/catalogue/imports/targets";
import type { ReviewCandidate } from "@/lib/catalogue/imports/types";
import { EMPTY_FORM, type FormState } from "@/lib/errors/form";

import { CandidateFields, FIELDS, storedValue, type FieldName } from "./candidate-fields";
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
  ref: Ref<HTMLDivElement>;
  /** An answer, which goes on to the next candidate. */
  onAnswer: (form: FormData) => void;
  /** A correction, which stays here. */
  onSave: (form: FormData) => void;
  /** Whoever gives up what was refused sees what is stored. */
  onRestore: () => void;
  onShowPlace: () => void;
};

/** Long enough to go through the options with the arrows. */
const CHOSEN_AFTER_MS = 500;

/** The form of the candidate under review, for the buttons that stand outside it. */
export const CURRENT_FORM = "candidate-under-review";

/** The candidate under review: its fields, what it would be merged with, and the two answers. */
export function CandidateEditor(props: Props) {
  const { importId, candidate, next, refused, targets, query, ref, onAnswer, onSave, onRestore, onShowPlace } = props;
  const [posted, post] = useActionState(resolveByForm, EMPTY_FORM);
  const form = useRef<HTMLFormElement>(null);
  // Enter stores a field and leaves it, and leaving it stores it, too.
  const lastSent = useRef("");
  const choosing = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Without JavaScript the refusal of whichever candidate was posted is the page's own.
  const isPosted = posted.values?.candidateId === candidate.id;
  const { problem, values = {} } = refused ?? (isPosted ? posted : EMPTY_FORM);
  const fields = problem?.fields ?? {};

  /** Stores a field that was left or chosen, once; after a refusal everything that was typed with it. */
  function saveField(element: Control) {
    clearTimeout(choosing.current);
    const name = fieldOf(element);
    if (!form.current || !name || lastSent.current === `${name} ${element.value}`) return;
    if (!refused && element.value === storedValue(candidate, name)) return;
    lastSent.current = `${name} ${element.value}`;
    const sent = new FormData(form.current);
    for (const other of FIELDS) if (other !== name && !refused) sent.delete(other);
    sent.delete("announcementId");
    // What an earlier edition brought in needs an answer once it is corrected.
    sent.set("resolution", candidate.resolution === "known" ? "open" : candidate.resolution);
    onSave(sent);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target } = event;
    const name = fieldOf(target);
    if (!name || !isControl(target)) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.key === "Escape") {
      clearTimeout(choosing.current);
      target.value = storedValue(candidate, name);
      if (refused) onRestore();
    } else saveField(target);
    target.closest<HTMLElement>(".imp-editor")?.focus();
  }

  return (
    <div
      className="imp-editor"
      ref={ref}
      role="group"
      aria-label={`Candidate ${candidate.number}: ${candidate.title}`}
      tabIndex={-1}
    >
      <form
        id={CURRENT_FORM}
        ref={form}
        action={post}
        onSubmit={(event) => {
          event.preventDefault();
          clearTimeout(choosing.current);
          onAnswer(new FormData(event.currentTarget, submitterOf(event.nativeEvent)));
        }}
        onKeyDown={onKeyDown}
        onBlur={({ target, relatedTarget }) => {
          const isAnswer = relatedTarget instanceof HTMLButtonElement && relatedTarget.form === form.current;
          if (!isAnswer && isControl(target) && isEdited(target)) saveField(target);
        }}
        onChange={({ target }) => {
          clearTimeout(choosing.current);
          lastSent.current = "";
          if (target instanceof HTMLSelectElement) choosing.current = setTimeout(saveField, CHOSEN_AFTER_MS, target);
        }}
      >
        <input type="hidden" name="importId" value={importId} />
        <input type="hidden" name="candidateId" value={candidate.id} />
        <input type="hidden" name="version" value={candidate.version} />
        <input type="hidden" name="next" value={next} />
        <ProblemNote problem={problem?.fields ? undefined : problem} />
        <CandidateFields
          key={refused ? "as typed" : "as stored"}
          candidate={candidate}
          values={values}
          problems={fields}
        />
        <MatchLine candidate={candidate} />
        {candidate.match && candidate.resolution !== "create" && (
          <p className="text-xs text-ink-3">Accepting adds a mention to it; its marks, notes and comments stay.</p>
        )}
      </form>
      <div className="imp-answers">
        <span className="imp-both">
          <button className={buttonClass("default", "small")} form={CURRENT_FORM} name="resolution" value="accept">
            Accept <Kbd isDecoration>a</Kbd>
          </button>
          <button className={buttonClass("default", "small")} form={CURRENT_FORM} name="resolution" value="skip">
            Skip <Kbd isDecoration>x</Kbd>
          </button>
        </span>
        {candidate.resolution !== "open" && (
          <button className={buttonClass("default", "small")} form={CURRENT_FORM} name="resolution" value="open">
            Reopen
          </button>
        )}
        <MatchChooser
          key={`${candidate.match?.announcementId} ${candidate.resolution}`}
          importId={importId}
          candidate={candidate}
          formId={CURRENT_FORM}
          chosen={values.announcementId}
          problem={fields.announcementId}
          targets={targets}
          query={query}
        />
        {candidate.place && (
          <span className="imp-to-post">
            <button type="button" className={buttonClass("quiet", "small")} onClick={onShowPlace}>
              In the post
            </button>
          </span>
        )}
        <span className="imp-confidence">confidence {candidate.confidence.toFixed(2)}</span>
      </div>
    </div>
  );
}

type Control = HTMLInputElement | HTMLSelectElement;

function isControl(element: EventTarget): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
}

function fieldOf(element: EventTarget): FieldName | undefined {
  return isControl(element) ? FIELDS.find((name) => name === element.name) : undefined;
}

/** Whether a field says something else than when it was drawn. */
function isEdited(element: Control): boolean {
  if (element instanceof HTMLInputElement) return element.value !== element.defaultValue;
  return !element.selectedOptions[0]?.defaultSelected;
}

function submitterOf(event: Event): HTMLElement | null {
  return event instanceof SubmitEvent ? event.submitter : null;
}
