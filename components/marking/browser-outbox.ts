import { postMark } from "@/components/announcements/send-mark";

import { openShelf } from "./browser-shelf";
import { dropOldDrafts } from "./drafts";
import { createOutbox } from "./outbox";
import type { Part } from "./outbox-entry";
import type { Outbox, Outcome } from "./outbox-types";

export type OutboxOwner = { personId: string; teamSlug: string };

const opened = new Map<string, Outbox>();

/** The one outbox that this tab has for a person in a team, over all their pages. For the browser only. */
export function openOutbox({ personId, teamSlug }: OutboxOwner): Outbox {
  const { shelf, dropped, scope } = openShelf(personId, teamSlug);
  const known = opened.get(scope);
  if (known) return known;
  dropOldDrafts(shelf, Date.now());
  const { locks } = navigator;
  const outbox = createOutbox(
    {
      shelf,
      send: (parts) => send(`/teams/${teamSlug}/votes`, parts),
      // Browsers have locks over https and on this machine only.
      lock: locks ? (run) => locks.request(scope, run) : null,
      isOnline: () => navigator.onLine,
      now: Date.now,
      random: () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(""),
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    dropped > 0 ? [OF_OTHERS] : [],
  );
  opened.set(scope, outbox);
  listen(scope, outbox);
  return outbox;
}

const OF_OTHERS = "Marks that somebody else had not sent from this browser were dropped. They are not stored.";

/** A tab that is back from sleep or from the back button has missed what others did. */
function listen(scope: string, outbox: Outbox) {
  addEventListener("storage", ({ key }) => {
    if (key === null || (key.startsWith(scope) && !key.startsWith(`${scope}d.`))) outbox.refresh();
  });
  addEventListener("online", outbox.wake);
  addEventListener("offline", outbox.refresh);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) outbox.refresh();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    outbox.refresh();
    outbox.wake();
  });
}

async function send(door: string, parts: readonly Part[]): Promise<Outcome> {
  const [first] = parts;
  if (!first || parts.length > 1) return (await import("./send-marks")).sendMarks(door, parts);
  const reply = await postMark(door, first.id, first.wish);
  if (reply.kind === "unanswered") return reply;
  return { kind: "answered", answers: new Map([[first.id, reply.answer]]) };
}
