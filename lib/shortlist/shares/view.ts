import "server-only";

import type { DecisionRecord, ExportAbout, ExportSource, RadarItem } from "../export/types";
import type { Quadrants } from "../radar/quadrants";
import type { ShortlistRow } from "../types";

import { openShare } from "./open";
import { MOST_ENTRIES } from "../formats/feed-entries";

import { SHOWN_DECISIONS, SHOWN_LINES } from "./shown";

export type SharedContent =
  | { kind: "shortlist"; rows: ShortlistRow[]; isAll: boolean }
  | { kind: "radar"; quadrants: Quadrants; items: RadarItem[]; isAll: boolean }
  | { kind: "feed"; decided: DecisionRecord[] };

/** What the page of a link shows to people. */
export type SharedView = {
  about: ExportAbout;
  address: string;
  /** The last day on which it works, in UTC, YYYY-MM-DD; null when it does not expire. */
  until: string | null;
  files: string[];
  content: SharedContent;
};

/** The page of the link with this secret; null for a link that is not there, or not any more. */
export async function readSharedView(secret: string): Promise<SharedView | null> {
  const share = await openShare(secret);
  if (!share) return null;
  const { kind, source, address, until, files } = share;
  return { about: source.about, address, until, files, content: await READ[kind](source) };
}

const READ = {
  shortlist: async (source: ExportSource): Promise<SharedContent> => {
    const { lines: rows, isAll } = await first(source.shortlist());
    return { kind: "shortlist", rows, isAll };
  },
  radar: async (source: ExportSource): Promise<SharedContent> => {
    const { lines: items, isAll } = await first(source.radar());
    return { kind: "radar", quadrants: source.quadrants, items, isAll };
  },
  feed: async (source: ExportSource): Promise<SharedContent> => ({ kind: "feed", decided: await latest(source) }),
};

async function first<T>(lines: AsyncIterable<T>): Promise<{ lines: T[]; isAll: boolean }> {
  const taken: T[] = [];
  for await (const line of lines) {
    if (taken.length === SHOWN_LINES) return { lines: taken, isAll: false };
    taken.push(line);
  }
  return { lines: taken, isAll: true };
}

/** What stands and was settled last, the latest first, of what the latest lines of history are about. */
async function latest(source: ExportSource): Promise<DecisionRecord[]> {
  let kept: DecisionRecord[] = [];
  for await (const record of source.decisions(MOST_ENTRIES)) {
    if (record.decision === null) continue;
    kept.push(record);
    if (kept.length === 2 * SHOWN_DECISIONS) kept = newest(kept);
  }
  return newest(kept);
}

function newest(records: readonly DecisionRecord[]): DecisionRecord[] {
  return records.toSorted((a, b) => compare(b.decision?.at ?? "", a.decision?.at ?? "")).slice(0, SHOWN_DECISIONS);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
