import type { Choice } from "@/lib/voting/types";

import type { DecisionRecord, ExportSource, RadarItem } from "../export/types";

/** A ring an announcement once stood in: since which day, YYYY-MM-DD in UTC, and what was said of it. */
export type FormerRing = { day: string; ring: Choice; reason: string };

/**
 * The rings announcements were decided into before, oldest first, by the announcement's id: one for a day, the day's last,
 * and only where it was another than before. Kept are those that changed at all, so that it stays small.
 */
export async function readFormerRings({ decisions }: ExportSource): Promise<Map<string, FormerRing[]>> {
  const changed = new Map<string, FormerRing[]>();
  for await (const record of decisions()) {
    const rings = ringsOf(record);
    if (rings.length > 1 || record.decision === null) changed.set(record.id, rings);
  }
  return changed;
}

/** Those of an item before the ring it is in now, each before `day`, oldest first. */
export function beforeNow(item: RadarItem, rings: readonly FormerRing[] = [], day: string): FormerRing[] {
  const before = rings.filter((each) => each.day < day);
  return before.at(-1)?.ring === item.ring ? before.slice(0, -1) : before;
}

function ringsOf({ history }: DecisionRecord): FormerRing[] {
  const byDay = new Map<string, FormerRing>();
  for (const { kind, choice, at, reason } of history) {
    const day = at.slice(0, 10);
    if (kind === "settled") byDay.set(day, { day, ring: choice, reason });
  }
  return [...byDay.values()]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .filter(({ ring }, index, all) => ring !== all[index - 1]?.ring);
}
