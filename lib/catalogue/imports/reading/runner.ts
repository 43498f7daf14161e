import "server-only";

import { listUnread } from "./lease";
import { runReading } from "./run-reading";

/** After this the run of a process that died is stale, and another takes over. */
const SECOND_LOOK = 40_000;

// Next loads this file anew when it is edited; what is being read goes on.
const holder: { debriefReadings?: { last: Promise<unknown>; ids: Set<string> } } & typeof globalThis = globalThis;

/** Has this process read an import, after those that it reads already: one at a time, so that memory stays bounded. */
export function startReading(importId: string): void {
  const readings = (holder.debriefReadings ??= { last: Promise.resolve(), ids: new Set() });
  if (readings.ids.has(importId)) return;
  readings.ids.add(importId);
  readings.last = readings.last
    .then(() => runReading(importId))
    .catch((error: unknown) => console.error(`The import ${importId} could not be read:`, error))
    .finally(() => readings.ids.delete(importId));
}

/** Goes on with what an earlier process did not finish; once at the start, and once when its runs are surely stale. */
export function resumeReadings(): void {
  void startUnread();
  setTimeout(() => void startUnread(), SECOND_LOOK).unref();
}

async function startUnread(): Promise<void> {
  try {
    for (const importId of await listUnread()) startReading(importId);
  } catch (error) {
    console.error("Imports that wait to be read could not be looked up:", error);
  }
}
