import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat, type FileHandle } from "node:fs/promises";
import path from "node:path";

import { refuse, ok, type Result } from "@/lib/errors/problem";

/** A file that was uploaded, on this machine until `discard` is called. */
export type Upload = { path: string; bytes: number; discard: () => Promise<void> };

type Options = { field: string; folder: string; maxBytes: number; tooLarge: string };

/** What a process that was killed left behind is taken away after this. */
const LEFT_BEHIND = 24 * 60 * 60 * 1000;

/**
 * Writes the file of a posted multipart form to `folder` while it comes in, so that memory holds a chunk of it whatever its
 * size. Refused when it is longer than `maxBytes`, cut off, or when the form has no file under `field`.
 */
export async function readUpload(request: Request, options: Options): Promise<Result<Upload>> {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]{1,200})"?/i.exec(
    request.headers.get("Content-Type") ?? "",
  );
  if (!boundary?.[1] || !request.body) return refuse("invalid", NO_FILE);
  await takeAway(options.folder);
  const file = path.join(options.folder, `${randomUUID()}.upload`);
  const discard = () => rm(file, { force: true });
  const handle = await open(file, "wx", 0o600);
  try {
    const result = await store(request.body, boundary[1], handle, options);
    if (result.ok && result.value > 0) return ok({ path: file, bytes: result.value, discard });
    await discard();
    return result.ok ? refuse("invalid", NO_FILE) : result;
  } catch (error) {
    await discard();
    throw error;
  } finally {
    await handle.close();
  }
}

const NO_FILE = "Choose a file first.";
const CUT_OFF = "The file did not arrive whole. Send it again.";

async function store(
  body: ReadableStream<Uint8Array>,
  boundary: string,
  handle: FileHandle,
  { field, maxBytes, tooLarge }: Options,
): Promise<Result<number>> {
  const part = new FilePart(boundary, field);
  let written = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done)
      return part.state === "done" ? ok(written) : refuse("invalid", part.state === "before" ? NO_FILE : CUT_OFF);
    const content = part.take(value);
    written += content.length;
    if (written > maxBytes) {
      await reader.cancel();
      return refuse("too-large", tooLarge);
    }
    if (content.length > 0) await handle.write(content);
    // What comes after the file says nothing more.
    if (part.state === "done") {
      await drain(reader);
      return ok(written);
    }
  }
}

/** The other fields are small; whoever sends more is not listened to. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let left = 64 * 1024; left > 0;) {
    const { done, value } = await reader.read();
    if (done) return;
    left -= value.length;
  }
  await reader.cancel();
}

/** Finds the content of one field in a multipart body that comes in pieces, after RFC 7578. */
class FilePart {
  state: "before" | "within" | "done" = "before";
  private rest: Buffer = Buffer.from("\r\n");
  private readonly delimiter: Buffer;

  constructor(
    boundary: string,
    private readonly field: string,
  ) {
    this.delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  /** As much of the file's content as is certain with these bytes. */
  take(bytes: Uint8Array): Buffer {
    this.rest = Buffer.concat([this.rest, bytes]);
    while (this.state === "before") {
      const start = this.rest.indexOf(this.delimiter);
      const end = start < 0 ? -1 : this.rest.indexOf("\r\n\r\n", start + this.delimiter.length);
      if (end < 0) {
        // A field before the file may be of any length; its headers are not.
        if (start < 0) this.rest = this.rest.subarray(-this.delimiter.length);
        return NOTHING;
      }
      const headers = this.rest.subarray(start, end).toString("latin1");
      this.rest = this.rest.subarray(end + 2);
      if (new RegExp(`\\bname="${this.field}"`).test(headers)) {
        this.state = "within";
        this.rest = this.rest.subarray(2);
      }
    }
    const end = this.rest.indexOf(this.delimiter);
    const sure = end >= 0 ? end : Math.max(0, this.rest.length - this.delimiter.length);
    const content = this.rest.subarray(0, sure);
    this.rest = this.rest.subarray(sure);
    if (end >= 0) this.state = "done";
    return content;
  }
}

const NOTHING = Buffer.alloc(0);

/** The folder, without what was left behind. */
async function takeAway(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > LEFT_BEHIND) await rm(file, { force: true });
  }
}
