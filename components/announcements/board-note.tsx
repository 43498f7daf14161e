"use client";

import { useId, useState, type KeyboardEvent } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";

import { useBoard } from "./board-provider";
import { NoteLength } from "./note-length";
import type { Answer } from "./send-mark";
import { StoredNote } from "./stored-note";

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
  const [problem, setProblem] = useState<Extract<Answer, { ok: false }>>();
  const [isSaving, setIsSaving] = useState(false);
  const problemId = useId();

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
        <div className="grid gap-2">
          <textarea
            autoFocus
            aria-label="Your note"
            aria-describedby={problemId}
            aria-invalid={problem ? true : undefined}
            rows={3}
            className={`${textareaClass} min-h-[66px] max-w-180`}
            value={text}
            placeholder="Why? What would it cost?"
            onChange={(event) => setText(event.target.value)}
          />
          <ProblemNote id={problemId} problem={problem} />
          <StoredNote note={problem?.storedNote} />
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <button
              type="button"
              className={buttonClass("primary")}
              aria-disabled={isSaving}
              onClick={() => void save()}
            >
              {problem?.storedNote === undefined ? "Save note" : "Replace it with mine"}
            </button>
            <button
              type="button"
              className={buttonClass("quiet")}
              onClick={() => onClose(problem || text === was ? undefined : text)}
            >
              {problem?.storedNote === undefined ? "Close" : "Keep the stored one"}
            </button>
            {mine && (
              <button
                type="button"
                className={buttonClass("quiet")}
                onClick={() => {
                  store.withdraw(id);
                  onClose(undefined);
                }}
              >
                Withdraw mark
              </button>
            )}
            <NoteLength text={text} />
            <span className="ml-auto text-xs text-ink-3 max-sm:hidden">Ctrl Enter saves, Esc closes</span>
          </div>
        </div>
      </td>
      <td />
    </tr>
  );
}
