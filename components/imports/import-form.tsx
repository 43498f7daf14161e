"use client";

import { startTransition, useActionState, useState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { Field } from "@/components/ui/field";
import { fileClass, textareaClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { TextField } from "@/components/ui/text-field";
import { readPostIn } from "@/lib/catalogue/imports/actions";
import { EMPTY_FORM } from "@/lib/errors/form";

import { ConferenceChoice } from "./conference-choice";

const MAX_FILE_BYTES = 5 * 1024 * 1024;
const TOO_LARGE = "The file is larger than 5 MB. Save the post alone, or split the file.";

type Props = { team: string; conferences: readonly { slug: string; name: string }[]; conference: string };

/** Paste or choose a post, say for which conference, read it in. */
export function ImportForm({ team, conferences, conference }: Props) {
  const [state, read, isReading] = useActionState(readPostIn, EMPTY_FORM);
  const [isTooLarge, setTooLarge] = useState(false);
  const { problem, values = {} } = state;
  const fields = problem?.fields ?? {};
  const fileProblem = isTooLarge ? TOO_LARGE : fields.file;
  const chosen = values.conferenceSlug ?? conference;
  return (
    <form
      className="mt-6 grid gap-4"
      action={read}
      onSubmit={(event) => {
        // Not by the action: React empties the fields after one, and a chosen file cannot be put back.
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const file = form.get("file");
        // On this way a field that was left alone would arrive as an empty file with a name.
        if (file instanceof File && file.name === "") form.delete("file");
        if (!isTooLarge) startTransition(() => read(form));
      }}
    >
      <input type="hidden" name="team" value={team} />
      <ProblemNote problem={problem?.fields ? undefined : problem} />
      <Field label="The post" hint="Markdown, HTML or plain text, as it was published" problem={fields.text}>
        {(control) => (
          <textarea
            {...control}
            className={`${textareaClass} min-h-60`}
            name="text"
            rows={12}
            defaultValue={values.text}
            spellCheck={false}
          />
        )}
      </Field>
      <Field label="Or a file" hint="Markdown, HTML, text, a feed, CSV or JSON, up to 5 MB" problem={fileProblem}>
        {(control) => (
          <input
            {...control}
            className={fileClass}
            type="file"
            name="file"
            onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > MAX_FILE_BYTES)}
          />
        )}
      </Field>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {conferences.length > 0 && (
          <ConferenceChoice conferences={conferences} chosen={chosen} problem={fields.conferenceSlug} />
        )}
        <TextField
          label={conferences.length > 0 ? "Or a new one" : "Conference"}
          name="newConferenceName"
          defaultValue={values.newConferenceName}
          placeholder="AWS re:Invent 2020"
          autoComplete="off"
          problem={fields.newConferenceName ?? (conferences.length > 0 ? undefined : fields.conferenceSlug)}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <button className={buttonClass("primary")} disabled={isReading}>
          Read the post
        </button>
        <span className="text-xs text-ink-3">Nothing is added to the board before you publish it.</span>
      </div>
    </form>
  );
}
