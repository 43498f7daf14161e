"use client";

import { TextSelect } from "lucide-react";
import { useActionState, useState, type Ref } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { Kbd } from "@/components/ui/kbd";
import { ProblemNote } from "@/components/ui/problem-note";
import { TextField } from "@/components/ui/text-field";
import { addByForm, type Pointed } from "@/lib/catalogue/imports/review-actions";
import { EMPTY_FORM, type FormState } from "@/lib/errors/form";
import { typedValues } from "@/lib/errors/form";
import type { Problem } from "@/lib/errors/problem";

import type { Selected } from "./post-selection";

type Props = {
  importId: string;
  selected: Selected | null;
  /** Whether the post is a text that can be selected in. */
  isText: boolean;
  ref: Ref<HTMLDetailsElement>;
  onAdd: (pointed: Pointed) => Promise<Problem | null>;
};

/** Below the post: adds what is selected in it, or, without selecting, what is named by its words. */
export function PostAdd({ importId, selected, isText, ref, onAdd }: Props) {
  const [posted, post] = useActionState(addByForm, EMPTY_FORM);
  const [sent, setSent] = useState<FormState | null>(null);
  const { problem, values = {} } = sent ?? posted;
  const fields = problem?.fields ?? {};

  async function add(form: FormData, element: HTMLFormElement) {
    const { words = "", title } = typedValues(form);
    const refused = await onAdd({ words, ...(title && { title }) });
    setSent(refused ? { problem: refused, values: typedValues(form) } : EMPTY_FORM);
    if (refused) return;
    element.reset();
    element.closest("details")?.removeAttribute("open");
  }

  return (
    <div className="imp-add">
      {selected && (
        <button
          type="button"
          className={`${buttonClass("default")} imp-add-selected`}
          // The selection stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void onAdd({ start: selected.start, end: selected.end })}
        >
          <span className="truncate">Add “{selected.words}” as announcement</span> <Kbd isDecoration>+</Kbd>
        </button>
      )}
      <details ref={ref} hidden={selected !== null} open={problem !== undefined || undefined}>
        <summary>
          <TextSelect aria-hidden size={14} />
          {isText ? "Select text to add what was missed, or name it" : "Add one that was missed"}
        </summary>
        <form
          action={post}
          className="grid gap-3 pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            void add(new FormData(event.currentTarget), event.currentTarget);
          }}
        >
          <input type="hidden" name="importId" value={importId} />
          <ProblemNote problem={problem?.fields ? undefined : problem} />
          <TextField
            label="Its words in the post"
            name="words"
            defaultValue={values.words}
            autoComplete="off"
            problem={fields.words}
          />
          <TextField
            label="Title"
            hint="Left empty, it is those words"
            name="title"
            defaultValue={values.title}
            autoComplete="off"
            problem={fields.title}
          />
          <p>
            <button className={buttonClass()}>Add as announcement</button>
          </p>
        </form>
      </details>
    </div>
  );
}
