"use client";

import { startTransition, useActionState, useState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { inputClass } from "@/components/ui/input-class";
import { readPostIn } from "@/lib/catalogue/imports/actions";
import { EMPTY_FORM } from "@/lib/errors/form";

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
      className="imp-new"
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
      {problem && !problem.fields && (
        <p className="imp-problem" role="alert">
          {problem.message}
        </p>
      )}
      <Field label="The post" hint="Markdown, HTML or plain text, as it was published" problem={fields.text}>
        <textarea
          className={`${inputClass} imp-text`}
          name="text"
          rows={12}
          defaultValue={values.text}
          spellCheck={false}
        />
      </Field>
      <Field label="Or a file" hint="Markdown, HTML, text, a feed, CSV or JSON, up to 5 MB" problem={fileProblem}>
        <input
          className="imp-file"
          type="file"
          name="file"
          onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > MAX_FILE_BYTES)}
        />
      </Field>
      <div className="imp-pair">
        {conferences.length > 0 && (
          <Field label="Conference" problem={fields.conferenceSlug}>
            <select key={chosen} className={inputClass} name="conferenceSlug" defaultValue={chosen}>
              <option value="">Choose one</option>
              {conferences.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field
          label={conferences.length > 0 ? "Or a new one" : "Conference"}
          problem={fields.newConferenceName ?? (conferences.length > 0 ? undefined : fields.conferenceSlug)}
        >
          <input
            className={inputClass}
            name="newConferenceName"
            defaultValue={values.newConferenceName}
            placeholder="AWS re:Invent 2020"
            autoComplete="off"
          />
        </Field>
      </div>
      <div className="imp-buttons">
        <button className={buttonClass("primary")} disabled={isReading}>
          Read the post
        </button>
        <span className="imp-hint">Nothing is added to the board before you publish it.</span>
      </div>
    </form>
  );
}

function Field({
  label,
  hint,
  problem,
  children,
}: {
  label: string;
  hint?: string;
  problem: string | undefined;
  children: React.ReactNode;
}) {
  return (
    <label className="imp-field" data-invalid={problem ? "" : undefined}>
      <span>{label}</span>
      {hint && <small>{hint}</small>}
      {children}
      {problem && (
        <span className="imp-problem" role="alert">
          {problem}
        </span>
      )}
    </label>
  );
}
