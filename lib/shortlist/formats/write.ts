import type { ShortlistFormat, ShortlistHeading, ShortlistRow } from "../types";

const encoder = new TextEncoder();

/** A shortlist in a format, as bytes in UTF-8 that are made as fast as they are taken. */
export function writeShortlist(
  format: ShortlistFormat,
  heading: ShortlistHeading,
  rows: AsyncIterator<ShortlistRow>,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(format.head(heading)));
    },
    async pull(controller) {
      const next = await rows.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(format.row(next.value)));
    },
    async cancel() {
      await rows.return?.();
    },
  });
}
