"use client";

import type { OutboxOwner } from "./browser-outbox";
import type { OutboxSnapshot } from "./outbox-types";
import { useOutbox } from "./use-outbox";

const ACTION = "min-h-6 font-medium text-accent-ink underline underline-offset-2";

/** Says what is not stored yet and why, to eyes and screen readers alike; nothing while marks go out as they are made. */
export function MarkStatus({ owner }: { owner: OutboxOwner }) {
  const [snapshot, outbox] = useOutbox(owner);
  const text = statusText(snapshot);
  return (
    <div
      role="status"
      className="flex w-fit max-w-full flex-wrap items-center gap-x-3 rounded-lg border border-line-strong bg-surface px-3 py-1.5 text-sm text-ink shadow-2 empty:hidden"
    >
      {text}
      {snapshot.status === "signed-out" && (
        <a className={ACTION} href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
          Sign in
        </a>
      )}
      {snapshot.status === "waiting" && (
        <button type="button" className={ACTION} onClick={outbox?.wake}>
          Try now
        </button>
      )}
      {text === "" && snapshot.sentences.join(" ")}
      {text === "" && snapshot.sentences.length > 0 && (
        <button type="button" className={ACTION} onClick={outbox?.dismiss}>
          Dismiss
        </button>
      )}
    </div>
  );
}

/** What is said about marks that wait; nothing while none does. */
export function statusText({ pending, status, isKept }: OutboxSnapshot): string {
  const count = pending.size === 1 ? "1 mark" : `${pending.size} marks`;
  const kept = isKept ? "" : " Leave this page open: this browser keeps nothing beyond it.";
  if (status === "offline" && pending.size === 0) {
    return `Offline. Marks are kept and sent when the connection is back.${kept}`;
  }
  if (status === "offline") return `Offline. ${count} kept, to be sent when the connection is back.${kept}`;
  if (status === "signed-out") return `You are signed out. ${count} waiting to be sent.${kept}`;
  if (status === "waiting") return `Debrief does not answer. ${count} waiting to be sent.${kept}`;
  return "";
}
