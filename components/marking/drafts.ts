import type { Answer } from "@/components/announcements/send-mark";

import { isRecord, parse } from "./outbox-entry";
import type { Shelf } from "./outbox-shelf";

/** A note that is not stored: still being written, or refused for a reason. */
export type Draft = {
  text: string;
  at: number;
  /** The note that was stored when it was begun. */
  was?: string;
  refusal?: Extract<Answer, { ok: false }>;
};

/** Drafts are kept for a month; whoever comes back later writes anew. */
const MONTH_MS = 30 * 86_400_000;

/** The draft of a note on an announcement, or null. */
export function readDraft(shelf: Shelf, id: string): Draft | null {
  const kept = parse(shelf.get(`d.${id}`) ?? "");
  if (!isRecord(kept) || typeof kept.text !== "string" || typeof kept.at !== "number") return null;
  const refusal = decodeRefusal(kept.refusal);
  const was = typeof kept.was === "string" && { was: kept.was };
  return { text: kept.text, at: kept.at, ...was, ...(refusal && { refusal }) };
}

/** Keeps a draft in place of the one before; null drops it. */
export function writeDraft(shelf: Shelf, id: string, draft: Draft | null): void {
  if (draft) shelf.put(`d.${id}`, JSON.stringify(draft));
  else shelf.drop(`d.${id}`);
}

/** Drops the drafts that nobody came back to. */
export function dropOldDrafts(shelf: Shelf, now: number): void {
  for (const key of shelf.keys()) {
    if (!key.startsWith("d.")) continue;
    const draft = readDraft(shelf, key.slice(2));
    if (!draft || now - draft.at > MONTH_MS) shelf.drop(key);
  }
}

function decodeRefusal(kept: unknown): Draft["refusal"] {
  if (!isRecord(kept) || kept.ok !== false || typeof kept.message !== "string") return undefined;
  const { message, storedNote, closedAt } = kept;
  return {
    ok: false,
    message,
    ...(typeof storedNote === "string" && { storedNote }),
    ...(typeof closedAt === "string" && { closedAt }),
  };
}
