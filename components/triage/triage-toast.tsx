"use client";

import { useEffect } from "react";

import { MarkStatus } from "@/components/marking/mark-status";
import { Kbd } from "@/components/ui/kbd";

import { useTriage } from "./triage-provider";

const ACTION = "inline-flex min-h-11 items-center gap-1.5 px-1 font-medium underline underline-offset-3 sm:min-h-7";

/** Long enough to read and to reach Undo. */
const SHOWN_FOR_MS = 8_000;

/** Says what was stored or why it was not, to eyes and screen readers alike, with the way back to the note. */
export function TriageToast() {
  const [message, { store, personId, teamSlug }] = useTriage((state) => state.message);
  const [canNote] = useTriage(
    ({ message: said, cards, at }) => said?.aboutId != null && cards[at]?.id !== said.aboutId,
  );

  useEffect(() => {
    if (!message || message.isRefusal) return;
    const timer = setTimeout(store.dismiss, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [message, store]);

  return (
    <div className="triage-toasts">
      <MarkStatus owner={{ personId, teamSlug }} />
      <div role="status" className="triage-toast">
        {message?.text}
        {message?.canUndo && (
          <button type="button" className={ACTION} onClick={store.undo}>
            Undo <ToastKey>u</ToastKey>
          </button>
        )}
        {message && canNote && !message.isRefusal && (
          <button type="button" className={ACTION} onClick={store.openNote}>
            Note <ToastKey>n</ToastKey>
          </button>
        )}
        {message?.isRefusal && (
          <>
            {canNote && message.aboutId && (
              <button type="button" className={ACTION} onClick={() => message.aboutId && store.show(message.aboutId)}>
                Show it
              </button>
            )}
            <button type="button" className={ACTION} onClick={store.dismiss}>
              Dismiss
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function ToastKey({ children }: { children: string }) {
  return <Kbd isDecoration>{children}</Kbd>;
}
