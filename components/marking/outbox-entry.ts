import { joinWishes, type Wish } from "@/components/announcements/send-mark";
import { CHOICES, type Choice } from "@/lib/voting/types";

/** A wish for one announcement, and the choice its row showed when it was made; undefined when nobody knows any more. */
export type Part = { id: string; wish: Wish; was?: Choice | null };

/** Something a person did that has no answer yet. Entries never change: a later one is joined when they are sent. */
export type Entry = {
  key: string;
  /** Milliseconds, and later than every entry that was known when it was made. */
  at: number;
  /** The tab it was made in. */
  tab: string;
  /** One announcement, or all those that were marked at once. */
  parts: readonly Part[];
};

/** What goes to the server in one request, and the entries it answers. */
export type Job = { keys: readonly string[]; parts: readonly Part[] };

/** In the order they were made, the same in every tab. */
export function inOrder(entries: Iterable<Entry>): Entry[] {
  return [...entries].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** What is still wanted of each announcement, its wishes joined. */
export function pendingWishes(entries: readonly Entry[]): Map<string, Wish> {
  const pending = new Map<string, Wish>();
  for (const { id, wish } of entries.flatMap(({ parts }) => parts)) {
    const earlier = pending.get(id);
    pending.set(id, earlier ? joinWishes(earlier, wish) : wish);
  }
  return pending;
}

/**
 * What to send next, given entries in order and the announcements under way; null when all wait for those. Wishes for one
 * announcement leave in the order they were made: all up to a withdrawal are that withdrawal, else the marks go first,
 * joined, and the notes after them, so that a note that is refused takes no mark with it.
 */
export function nextJob(entries: readonly Entry[], busy: ReadonlySet<string>): Job | null {
  const blocked = new Set(busy);
  for (const entry of entries) {
    const [first] = entry.parts;
    if (first && entry.parts.every(({ id }) => !blocked.has(id))) {
      return entry.parts.length === 1 ? joined(first.id, entries) : { keys: [entry.key], parts: entry.parts };
    }
    for (const { id } of entry.parts) blocked.add(id);
  }
  return null;
}

function joined(id: string, entries: readonly Entry[]): Job {
  const ofId = entries.filter(({ parts }) => parts.some((part) => part.id === id));
  const many = ofId.findIndex(({ parts }) => parts.length > 1);
  const run = ofId.slice(0, many === -1 ? undefined : many);
  const withdrawn = run.findLastIndex(({ parts }) => parts[0]?.wish.mark === "withdraw");
  const marks = run.filter(({ parts }) => parts[0]?.wish.mark);
  const chosen = withdrawn >= 0 ? run.slice(0, withdrawn + 1) : marks.length > 0 ? marks : run;
  const wish = pendingWishes(chosen).get(id) ?? {};
  const was = chosen[0]?.parts[0]?.was;
  return { keys: chosen.map(({ key }) => key), parts: [{ id, wish, ...(was !== undefined && { was }) }] };
}

/** An entry as it is kept. */
export function encodeEntry({ at, tab, parts }: Entry): string {
  return JSON.stringify({ at, tab, parts });
}

/** An entry from what was kept under its key; null for anything else that may stand there. */
export function decodeEntry(key: string, text: string): Entry | null {
  const kept = parse(text);
  if (!isRecord(kept) || typeof kept.at !== "number" || typeof kept.tab !== "string") return null;
  if (!Array.isArray(kept.parts) || kept.parts.length === 0) return null;
  const parts = kept.parts.map(decodePart);
  if (!Number.isFinite(kept.at) || !parts.every((part) => part !== null)) return null;
  return { key, at: kept.at, tab: kept.tab, parts };
}

function decodePart(kept: unknown): Part | null {
  if (!isRecord(kept) || typeof kept.id !== "string" || !isRecord(kept.wish)) return null;
  const { mark, note } = kept.wish;
  const choice = [...CHOICES, "withdraw" as const].find((known) => known === mark);
  if ((mark !== undefined && !choice) || (!choice && note === undefined)) return null;
  const wish: Wish = choice ? { mark: choice } : {};
  if (note !== undefined) {
    if (!isRecord(note) || typeof note.text !== "string") return null;
    wish.note = { text: note.text, ...(typeof note.was === "string" && { was: note.was }) };
  }
  const was = kept.was === null ? null : CHOICES.find((known) => known === kept.was);
  return { id: kept.id, wish, ...(was !== undefined && { was }) };
}

/** What a text says in JSON; undefined when it says nothing. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value has fields to look at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
