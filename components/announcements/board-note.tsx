"use client";

import { useId, useState, type KeyboardEvent } from "react";

import { CopyNote } from "@/components/marking/copy-note";
import { buttonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";

import { useBoard } from "./board-provider";
import { NoteLength } from "./note-length";
import type { Answer } from "./send-mark";
import { StoredNote } from "./stored-note";

/**
 * The editor of one's note, in a row of its own below the announcement. What is typed is kept as a draft until it is
 * stored, and stays here with the reason when it is refused; when the note was changed elsewhere, both texts are shown.
 */
export function BoardNote({ id, columns, onClose }: { id: string; columns: number; onClose: () => void }) {
  const [mine, store] = useBoard((board) => board.rows.find((row) => row.id === id)?.mine ?? null);
  const [draft] = useState(() => store.drafts.draft(id));
  const [problem, setProblem] = useState<Extract<Answer, { ok: false }> | undefined>(draft?.refusal);
  const storedNote = problem ? problem.storedNote : changedSince(draft?.was, mine?.note);
  const [was, setWas] = useState(storedNote ?? mine?.note ?? "");
  const [text, setText] = useState(draft?.text ?? was);
  const [isSaving, setIsSaving] = useState(false);
  const problemId = useId();
  const isConflict = storedNote !== undefined;

  function change(typed: string) {
    setText(typed);
    store.drafts.keepDraft(id, typed === was ? null : { text: typed, was });
  }

  async function save() {
    setIsSaving(true);
    const answer = await store.saveNote(id, text, was);
    setIsSaving(false);
    if (answer.ok) return onClose();
    setProblem(answer);
    if (answer.storedNote !== undefined) setWas(answer.storedNote);
  }

  function leave() {
    if (isConflict) store.drafts.keepDraft(id, null);
    onClose();
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onClose();
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void save();
  }

  return (
    <tr className="note-row">
      <td colSpan={columns} onKeyDown={handleKeyDown}>
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
            onChange={(event) => change(event.target.value)}
          />
          <ProblemNote id={problemId} problem={problem} />
          <StoredNote note={storedNote} />
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <button
              type="button"
              className={buttonClass("primary")}
              aria-disabled={isSaving}
              onClick={() => void save()}
            >
              {isConflict ? "Replace it with mine" : "Save note"}
            </button>
            {problem?.closedAt && <CopyNote text={text} />}
            <button type="button" className={buttonClass("quiet")} onClick={leave}>
              {isConflict ? "Keep the stored one" : "Close"}
            </button>
            {mine && (
              <button
                type="button"
                className={buttonClass("quiet")}
                onClick={() => {
                  store.withdraw(id);
                  onClose();
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

/** The stored note when it is another than the one a draft was begun over. */
function changedSince(was: string | undefined, stored = ""): string | undefined {
  return was === undefined || was === stored ? undefined : stored;
}
