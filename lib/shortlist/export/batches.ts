/** Announcements that an export reads at a time: rows with all their notes, so that any length fits into memory. */
const BATCH = 200;

/** What `read` gives for each batch of these, one after the other, in their order. */
export async function* inBatches<Entry, Row>(
  entries: readonly Entry[],
  read: (some: readonly Entry[]) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (let start = 0; start < entries.length; start += BATCH) yield* await read(entries.slice(start, start + BATCH));
}
