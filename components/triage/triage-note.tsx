"use client";

import type { KeyboardEvent } from "react";

import { NoteLength } from "@/components/announcements/note-length";
import { StoredNote } from "@/components/announcements/stored-note";
import { CopyNote } from "@/components/marking/copy-note";
import { triagePath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import type { TriageCard } from "@/lib/voting/triage/types";
import type { Mine } from "@/lib/voting/types";

import { useTriage } from "./triage-provider";

/** One's own note, saved while it is typed. Enter leads on, as half a line is all there is to say; Shift Enter breaks it. */
export function TriageNote({ card, mine, isClosed }: { card: TriageCard; mine: Mine; isClosed: boolean }) {
  const { id, title } = card;
  const [note, { store, triage, teamSlug }] = useTriage((state) => state.notes[id]);
  const text = note?.text ?? mine.note;
  const refusal = note?.state === "refused" ? note.refusal : undefined;
  const stored = note?.refusal?.storedNote;
  const problemId = `problem-${id}`;

  function handleKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") event.currentTarget.closest("article")?.querySelector("h2")?.focus();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    store.next();
  }

  return (
    <form className="triage-note" method="post" action={`/teams/${teamSlug}/votes`}>
      <input type="hidden" name="announcementId" value={id} />
      <input type="hidden" name="was" value={mine.note} />
      <input
        type="hidden"
        name="returnTo"
        value={triagePath(teamSlug, triage.head.conference.slug, card.slug, triage.ask)}
      />
      <textarea
        name="note"
        rows={2}
        enterKeyHint="next"
        aria-label={`Your note: ${title}`}
        aria-describedby={problemId}
        aria-invalid={refusal ? true : undefined}
        aria-keyshortcuts="n"
        className={textareaClass}
        value={text}
        readOnly={isClosed}
        placeholder="Why? What would it cost?"
        onChange={(event) => store.typeNote(id, event.target.value)}
        onBlur={() => store.flushNotes()}
        onKeyDown={handleKeyDown}
      />
      <ProblemNote id={problemId} problem={refusal} />
      <StoredNote note={stored} />
      {stored !== undefined && (
        <div className="flex flex-wrap gap-2">
          <button type="button" className={buttonClass()} onClick={() => store.settleNote(id, "mine")}>
            Replace it with mine
          </button>
          <button type="button" className={buttonClass("quiet")} onClick={() => store.settleNote(id, "stored")}>
            Keep the stored one
          </button>
        </div>
      )}
      {refusal?.closedAt && <CopyNote text={text} />}
      <NoteLength text={text} />
      <button className={`${buttonClass()} without-script`}>Save note</button>
    </form>
  );
}
