import { writeMoment } from "./moment";
import type { LiveEvent } from "./types";

/** Bytes that may wait for a slow reader; what comes beyond is told as one `reload`. */
const QUEUE = 64 * 1024;

/** How many beats a reader may miss before it is taken for gone. */
const MISSED_BEATS = 4;

/** How long a browser is to wait before it comes again, in ms. */
const RETRY = 1000;

const encoder = new TextEncoder();

/** Events of one moment as a server-sent event, which a page that comes again names as the last it heard. */
export function frameOf(at: number, events: readonly LiveEvent[]): string {
  return `id: ${writeMoment(at)}\ndata: ${JSON.stringify(events)}\n\n`;
}

/** One open page's stream: text out, and no more held in memory for a slow reader than its queue. */
export class Stream {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  private controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  private missed = 0;
  private lagsSince: number | null = null;
  private isOpen = true;

  constructor(
    readonly personId: string,
    private readonly onClose: (stream: Stream) => void,
  ) {
    this.body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        start: (controller) => {
          this.controller = controller;
          controller.enqueue(encoder.encode(`retry: ${RETRY}\n\n`));
        },
        pull: () => this.catchBreath(),
        cancel: () => this.leave(),
      },
      { highWaterMark: QUEUE, size: (chunk) => chunk?.byteLength ?? 0 },
    );
  }

  send(at: number, frame: string): void {
    if (!this.isOpen) return;
    if (this.lagsSince !== null || (this.controller?.desiredSize ?? 0) <= 0) this.lagsSince ??= at;
    else this.controller?.enqueue(encoder.encode(frame));
  }

  /** A sign of life in quiet times, with the moment up to which nothing was missed. Ends a stream that nobody reads. */
  beat(at: number): void {
    this.missed = this.lagsSince === null ? 0 : this.missed + 1;
    if (this.missed > MISSED_BEATS) this.end();
    else this.send(at, frameOf(at, []));
  }

  /** Ends it; the browser comes again, to be asked anew who it is. */
  end(): void {
    if (!this.isOpen) return;
    this.controller?.close();
    this.leave();
  }

  private catchBreath(): void {
    if (this.lagsSince === null) return;
    const at = this.lagsSince;
    this.lagsSince = null;
    this.controller?.enqueue(encoder.encode(frameOf(at, [{ kind: "reload" }])));
  }

  private leave(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.onClose(this);
  }
}
