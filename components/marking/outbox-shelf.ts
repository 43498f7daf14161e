import type { Answer } from "@/components/announcements/send-mark";

import { decodeEntry, isRecord, parse, type Entry } from "./outbox-entry";
import type { Answers } from "./outbox-types";

/** Where one person's texts for one team are kept, for every tab: the browser's storage, or a map in memory. */
export type Shelf = {
  keys: () => string[];
  get: (key: string) => string | null;
  /** False when it cannot be kept. */
  put: (key: string, text: string) => boolean;
  drop: (key: string) => void;
};

/** What became of entries, for the tabs that made them when another one sent them. */
export type Receipt = { key: string; at: number; keys: readonly string[]; answers: Answers };

/** Receipts are for tabs that are open: the last few hundred, and none older than an hour. */
const MAX_RECEIPTS = 200;
const HOUR_MS = 3_600_000;

/** Every entry that is kept; what is none is thrown away and counted. */
export function readEntries(shelf: Shelf): { entries: Map<string, Entry>; malformed: number } {
  const entries = new Map<string, Entry>();
  let malformed = 0;
  for (const name of shelf.keys()) {
    if (!name.startsWith("e.")) continue;
    const key = name.slice(2);
    const entry = decodeEntry(key, shelf.get(name) ?? "");
    if (entry) {
      entries.set(key, entry);
    } else {
      shelf.drop(name);
      malformed += 1;
    }
  }
  return { entries, malformed };
}

/** The receipts that are not in `heard` yet, which then knows them. */
export function readReceipts(shelf: Shelf, heard: Set<string>): Receipt[] {
  const receipts: Receipt[] = [];
  for (const name of shelf.keys()) {
    if (!name.startsWith("r.") || heard.has(name)) continue;
    heard.add(name);
    const receipt = decodeReceipt(name, shelf.get(name) ?? "");
    if (receipt) receipts.push(receipt);
  }
  return receipts;
}

/** Leaves a receipt for other tabs, and clears away old ones. */
export function writeReceipt(shelf: Shelf, { key, at, keys, answers }: Receipt, heard: Set<string>): void {
  // The time leads the name, so that names sort by age.
  const name = `r.${String(at).padStart(15, "0")}.${key}`;
  heard.add(name);
  const kept = shelf.keys().filter((other) => other.startsWith("r."));
  const oldest = `r.${String(Math.max(0, at - HOUR_MS)).padStart(15, "0")}`;
  const surplus = kept.sort().slice(0, Math.max(0, kept.length + 1 - MAX_RECEIPTS));
  for (const other of new Set([...kept.filter((each) => each < oldest), ...surplus])) shelf.drop(other);
  shelf.put(name, JSON.stringify({ at, keys, answers: [...answers] }));
}

function decodeReceipt(key: string, text: string): Receipt | null {
  const kept = parse(text);
  if (!isRecord(kept) || !Array.isArray(kept.keys) || !Array.isArray(kept.answers)) return null;
  const keys = kept.keys.filter((each) => typeof each === "string");
  const answers = new Map(kept.answers.filter(isAnswer));
  return { key, at: typeof kept.at === "number" ? kept.at : 0, keys, answers };
}

/** Receipts are written by this code alone; a version before it may have had other fields. */
function isAnswer(pair: unknown): pair is [string, Answer] {
  if (!Array.isArray(pair) || typeof pair[0] !== "string" || !isRecord(pair[1])) return false;
  const answer = pair[1];
  return answer.ok === true ? isRecord(answer.stored) : typeof answer.message === "string";
}
