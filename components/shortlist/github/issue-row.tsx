"use client";

import { useId, useRef } from "react";

import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { useCopy } from "@/components/ui/use-copy";

type Props = {
  issue: { title: string; body: string; labels: string[]; owner: string | null; form: string | null };
  number: number;
  /** The one that the form is of. */
  repository: string | null;
};

/** One issue: the way to GitHub's form for it, and its text to read and to copy. */
export function IssueRow({ issue, number, repository }: Props) {
  const id = useId();
  const details = useRef<HTMLDetailsElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const { outcome, copy } = useCopy(() => {
    if (details.current) details.current.open = true;
    text.current?.select();
  });
  const { title, body, labels, owner, form } = issue;
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2 gap-y-2 border-b border-line px-4 py-3 last:border-0 sm:grid-cols-[24px_minmax(0,1fr)_auto]">
      <span className="pt-0.5 text-sm text-ink-3 tabular-nums">{number}</span>
      <div className="min-w-0">
        <h3 id={`${id}-title`} className="text-base font-medium wrap-anywhere text-ink">
          {title}
        </h3>
        <p className="text-xs wrap-anywhere text-ink-3">{[owner ?? "No owner", ...labels].join(" · ")}</p>
      </div>
      <div className="flex flex-wrap items-start gap-2 max-sm:col-start-2">
        {form !== null && (
          <a
            id={`${id}-open`}
            href={form}
            target="_blank"
            rel="noopener noreferrer"
            aria-labelledby={`${id}-open ${id}-title`}
            title={`Opens the form for a new issue in ${repository}`}
            className={buttonClass()}
          >
            Open in GitHub
          </a>
        )}
        <button
          type="button"
          id={`${id}-copy`}
          aria-labelledby={`${id}-copy ${id}-title`}
          onClick={() => copy(body)}
          className={buttonClass()}
        >
          Copy text
        </button>
      </div>
      <div className="col-start-2 min-w-0 sm:col-end-4">
        <details ref={details}>
          <summary className={`${textButtonClass} cursor-pointer`}>Text of the issue</summary>
          <textarea
            ref={text}
            readOnly
            rows={10}
            value={body}
            aria-labelledby={`${id}-title`}
            className={`${textareaClass} mt-1 font-mono`}
          />
        </details>
        <span role="status" className="text-xs font-medium text-ink empty:hidden">
          {outcome}
        </span>
      </div>
    </li>
  );
}
