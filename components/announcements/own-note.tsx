"use client";

import { useId, useRef, useState, type KeyboardEvent, type SubmitEvent, type ToggleEvent } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import type { Mine } from "@/lib/voting/types";

import { NoteLength } from "./note-length";
import type { Answer } from "./send-mark";
import { StoredNote } from "./stored-note";

type OwnNoteProps = {
  id: string;
  mine: Mine;
  door: string;
  here: string;
  onSave: (text: string, was: string) => Promise<Answer>;
  onWithdraw: () => void;
};

/**
 * One's own note with its editor, a form that opens in place with or without JavaScript. What was typed stays when it is
 * refused, and when the note was changed elsewhere both texts are shown.
 */
export function OwnNote({ id, mine: { note }, door, here, onSave, onWithdraw }: OwnNoteProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [was, setWas] = useState(note);
  const [text, setText] = useState(note);
  const [problem, setProblem] = useState<Extract<Answer, { ok: false }>>();
  const [isSaving, setIsSaving] = useState(false);
  const problemId = useId();

  function close() {
    setProblem(undefined);
    if (details.current) details.current.open = false;
    details.current?.querySelector("summary")?.focus();
  }

  async function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent;
    if (submitter instanceof HTMLButtonElement && submitter.name === "mark") return onWithdraw();
    setIsSaving(true);
    const answer = await onSave(text, was);
    setIsSaving(false);
    if (!answer.ok) {
      setProblem(answer);
      if (answer.storedNote !== undefined) setWas(answer.storedNote);
      return;
    }
    const saved = answer.stored.mine?.note ?? "";
    setWas(saved);
    setText(saved);
    close();
  }

  function handleToggle({ newState }: ToggleEvent<HTMLDetailsElement>) {
    if (newState !== "open") return;
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }

  function handleKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === "Escape") close();
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
  }

  return (
    <details ref={details} className="group" onToggle={handleToggle}>
      <summary className="text-base text-ink">
        {note && <span className="mr-2 text-xs text-ink-3">Your note</span>}
        <span className="wrap-anywhere whitespace-pre-wrap group-open:hidden">{note}</span>{" "}
        <span className="text-accent-ink underline underline-offset-2 group-open:hidden">
          {note ? "Edit" : "Add a note"}
        </span>
      </summary>
      <form method="post" action={door} onSubmit={handleSubmit} onKeyDown={handleKeyDown} className="mt-1 grid gap-2">
        <input type="hidden" name="announcementId" value={id} />
        <input type="hidden" name="returnTo" value={here} />
        <input type="hidden" name="was" value={was} />
        <textarea
          ref={field}
          name="note"
          rows={3}
          aria-label="Your note"
          aria-describedby={problemId}
          aria-invalid={problem ? true : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="Why? What would it cost?"
          className={`${textareaClass} min-h-16 max-w-[72ch]`}
        />
        <ProblemNote id={problemId} problem={problem} />
        <StoredNote note={problem?.storedNote} />
        <div className="flex flex-wrap items-center gap-2">
          <button className={buttonClass()} aria-disabled={isSaving}>
            {problem?.storedNote === undefined ? "Save note" : "Replace it with mine"}
          </button>
          <button name="mark" value={`${id}:withdraw`} className={buttonClass("quiet")}>
            Withdraw mark
          </button>
          <NoteLength text={text} />
        </div>
      </form>
    </details>
  );
}
