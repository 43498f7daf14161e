"use client";

import { useId, useState, type KeyboardEvent } from "react";

import { MAX_NOTE_LENGTH, noteLength } from "@/lib/voting/note";

import { useBoard } from "./board-provider";

/** Below this the count would only distract. */
const COUNT_FROM = MAX_NOTE_LENGTH - 400;

/**
 * The editor of one's note, in a row of its own below the announcement. What was typed is handed back when it closes,
 * and stays here with the reason when it is refused; when the note was changed elsewhere, both texts are shown.
 */
export function BoardNote({
  id,
  draft,
  onClose,
}: {
  id: string;
  draft: string | undefined;
  onClose: (unsaved: string | undefined) => void;
}) {
  const [mine, store] = useBoard((board) => board.rows.find((row) => row.id === id)?.mine ?? null);
  const [was, setWas] = useState(mine?.note ?? "");
  const [text, setText] = useState(draft ?? was);
  const [problem, setProblem] = useState<{ message: string; storedNote?: string | undefined } | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const describedBy = useId();
  const length = noteLength(text);

  async function save(over = was) {
    setIsSaving(true);
    const answer = await store.saveNote(id, text, over);
    setIsSaving(false);
    if (answer.ok) return onClose(undefined);
    setProblem(answer);
    if (answer.storedNote !== undefined) setWas(answer.storedNote);
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onClose(text === was ? undefined : text);
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void save();
  }

  return (
    <tr className="note-row">
      <td colSpan={4} onKeyDown={handleKeyDown}>
        <textarea
          autoFocus
          aria-label="Your note"
          aria-describedby={describedBy}
          aria-invalid={problem ? true : undefined}
          rows={3}
          value={text}
          placeholder="Why? What would it cost?"
          onChange={(event) => setText(event.target.value)}
        />
        <div id={describedBy} role="status">
          {problem && <p className="error">{problem.message}</p>}
          {length > COUNT_FROM && (
            <p>
              {length} of {MAX_NOTE_LENGTH} characters
            </p>
          )}
        </div>
        {problem?.storedNote !== undefined && (
          <blockquote>
            <b>Stored now</b> {problem.storedNote || "No note."}
          </blockquote>
        )}
        <div className="note-actions">
          <button type="button" className="note-save" aria-disabled={isSaving} onClick={() => void save()}>
            {problem?.storedNote === undefined ? "Save note" : "Replace it with mine"}
          </button>
          <button type="button" onClick={() => onClose(problem || text === was ? undefined : text)}>
            {problem?.storedNote === undefined ? "Close" : "Keep the stored one"}
          </button>
          {mine && (
            <button
              type="button"
              onClick={() => {
                store.withdraw(id);
                onClose(undefined);
              }}
            >
              Withdraw mark
            </button>
          )}
          <span>Ctrl Enter saves, Esc closes</span>
        </div>
      </td>
      <td />
    </tr>
  );
}
