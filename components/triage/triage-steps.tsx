"use client";

import { Check, ChevronLeft } from "lucide-react";

import { triagePath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { Kbd } from "@/components/ui/kbd";
import { formatDateTime } from "@/lib/format/date";
import type { TriageCard } from "@/lib/voting/triage/types";
import type { Mine } from "@/lib/voting/types";

import { useTriage } from "./triage-provider";
import type { TriageSnapshot } from "./triage-types";

type Props = { card: TriageCard; mine: Mine | null; isClosed: boolean };

/** What became of the mark, and the ways from this card: back, later or undo, next. They are links and forms first. */
export function TriageSteps({ card, mine, isClosed }: Props) {
  const [words, { store, triage, teamSlug }] = useTriage((state) => standing(state, card, mine));
  const [previous] = useTriage(({ cards, at }) => (at > 0 ? (cards[at - 1]?.slug ?? null) : null));
  const [next] = useTriage(({ cards, at }) => cards[at + 1]?.slug ?? null);
  const { conference, round } = triage.head;
  const path = (at: string | null) => triagePath(teamSlug, conference.slug, at, triage.ask);
  const back = previous ?? triage.previous?.slug;
  const isStored = words.endsWith("stored.") || words.endsWith("as you type.");
  return (
    <div className="triage-steps">
      <p>
        {isStored && <Check aria-hidden className="mr-1 inline size-3.5 text-adopt-ink" />}
        {isClosed && round?.closedAt
          ? `The round closed ${formatDateTime(round.closedAt, round.timeZone)}. Marks stay as they are; a lead can reopen it.`
          : words}
      </p>
      {back && (
        <a
          href={path(back)}
          className={`${buttonClass("quiet", "small")} max-sm:w-11`}
          aria-label="Card before"
          aria-keyshortcuts="k"
          onClick={(event) => {
            event.preventDefault();
            store.move(-1);
          }}
        >
          <ChevronLeft aria-hidden className="size-4" />
          <Kbd isDecoration>k</Kbd>
        </a>
      )}
      {mine && !isClosed && (
        <button type="button" className={`${buttonClass("quiet", "small")} with-script`} onClick={store.undo}>
          Undo <Kbd isDecoration>u</Kbd>
        </button>
      )}
      {!mine && !isClosed && (
        <button
          form={`mark-${card.id}`}
          formAction={`${triagePath(teamSlug, conference.slug)}/later`}
          name="later"
          value={card.id}
          className={buttonClass("quiet", "small")}
        >
          Later <Kbd isDecoration>s</Kbd>
        </button>
      )}
      <a
        href={path(next)}
        className={buttonClass("default", "small")}
        onClick={(event) => {
          event.preventDefault();
          if (mine) store.next();
          else store.move(1);
        }}
      >
        Next <Kbd isDecoration>{mine ? "Enter" : "j"}</Kbd>
      </a>
    </div>
  );
}

/** What is true of the mark and the note, and no more. */
function standing({ pending, status, notes }: TriageSnapshot, { id }: TriageCard, mine: Mine | null): string {
  if (!mine) return "";
  const wish = pending.get(id);
  const marked = `Marked ${mine.choice}`;
  if (wish && status === "offline") return `${marked}. Kept on this device until you are back online.`;
  if (wish && status === "waiting")
    return `${marked}. Kept on this device: Debrief does not answer, and is asked again.`;
  if (wish && status === "signed-out") return `${marked}. Kept on this device: you are signed out. Sign in again.`;
  if (wish?.mark) return `${marked}.`;
  const note = notes[id];
  if (note?.state === "stored" && note.text) return `${marked}, note stored.`;
  if (note?.state === "typing" || note?.state === "sent") return `${marked}, stored. Saving the note.`;
  return note?.state === "refused"
    ? `${marked}, stored. The note is not.`
    : `${marked}, stored. Note saves as you type.`;
}
