"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type ComponentType } from "react";

import { announcementPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";

import { TriageCardView } from "./triage-card";
import { TriageEnd } from "./triage-end";
import type { TriageCommand } from "./triage-keys";
import { KeysLine } from "./triage-keys-line";
import { useTriage } from "./triage-provider";
import { useTriageKeys } from "./use-triage-keys";

/** In the bar of every page, by the key it says: it finds any announcement without leaving the card. */
const PALETTE_BUTTON = '[aria-keyshortcuts="Control+K Meta+K"]';

type Help = ComponentType<{ onClose: () => void }>;

/** The card one stands at, or the end of the way, and what the keys do. The focus goes along. */
export function TriageStage() {
  const [card, { store, triage, teamSlug }] = useTriage(({ cards, at }) => cards[at]);
  const [pass] = useTriage((state) => state.pass);
  const [isStuck] = useTriage((state) => state.isStuck);
  const [noteTurn] = useTriage((state) => state.noteTurn);
  const stage = useRef<HTMLDivElement>(null);
  const [Help, setHelp] = useState<Help | null>(null);
  const router = useRouter();
  const isClosed = triage.head.round?.state === "closed";
  useFocus(stage, card?.id ?? (pass ? "end" : "wait"), noteTurn);

  function act(command: TriageCommand) {
    const page = card && announcementPath(teamSlug, card.slug);
    if (command.kind === "mark") return isClosed ? undefined : store.mark(command.choice);
    if (command.kind === "move") return store.move(command.by);
    if (command.kind === "next") return store.next();
    if (command.kind === "note") return store.openNote();
    if (command.kind === "undo") return isClosed ? undefined : store.undo();
    if (command.kind === "later") return isClosed ? undefined : store.putOff();
    if (command.kind === "help") return void import("./triage-help").then((it) => setHelp(() => it.TriageHelp));
    if (command.kind === "search") {
      return document.querySelector<HTMLElement>(PALETTE_BUTTON)?.click();
    }
    if (page) router.push(command.kind === "thread" ? `${page}#thread` : page);
  }
  useTriageKeys(act);

  return (
    <div ref={stage} className="min-w-0">
      {card && <TriageCardView key={card.id} card={card} isClosed={isClosed} />}
      {!card && pass && <TriageEnd pass={pass} />}
      {!card && !pass && (
        <div className="triage-card grid justify-items-start gap-3">
          <h2 tabIndex={-1}>{isStuck ? "The next cards did not come" : "Loading the next cards"}</h2>
          <p>
            {isStuck
              ? "Debrief did not answer. What you marked is kept; check the connection."
              : "What you marked is on its way."}
          </p>
          {isStuck && (
            <button type="button" className={buttonClass()} onClick={store.retry}>
              Try again
            </button>
          )}
        </div>
      )}
      <KeysLine onHelp={() => act({ kind: "help" })} />
      {Help && <Help onClose={() => setHelp(null)} />}
    </div>
  );
}

/** After every step the focus stands on the new title, which a screen reader then reads, or in the note. */
function useFocus(stage: { current: HTMLDivElement | null }, shown: string, noteTurn: number) {
  const before = useRef({ shown, noteTurn });
  useEffect(() => {
    const { shown: was, noteTurn: lastTurn } = before.current;
    before.current = { shown, noteTurn };
    if (noteTurn !== lastTurn) {
      const field = stage.current?.querySelector("textarea");
      field?.focus();
      field?.setSelectionRange(field.value.length, field.value.length);
    } else if (shown !== was) {
      const title = stage.current?.querySelector("h2");
      title?.focus({ preventScroll: true });
      if (title && title.getBoundingClientRect().top < 0) title.closest("article, div")?.scrollIntoView();
    }
  }, [stage, shown, noteTurn]);
}
