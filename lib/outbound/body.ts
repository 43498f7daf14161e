import "server-only";

import type { IncomingMessage } from "node:http";
import { PassThrough, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

import { Refused } from "./refused";

/**
 * The body of an answer, unpacked. Neither what arrives nor what comes out of it may be longer than `maxBytes`: a few
 * packed bytes can become gigabytes, and an endless row of empty packages nothing at all. Rejects with a Refused, or
 * with whatever broke off.
 */
export async function readBody(
  response: IncomingMessage,
  { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
): Promise<Uint8Array> {
  if (Number(response.headers["content-length"] ?? 0) > maxBytes) {
    response.destroy();
    throw tooLarge(maxBytes);
  }
  const parts: Buffer[] = [];
  await pipeline(
    response,
    (source: AsyncIterable<Buffer>) => counted(source, maxBytes),
    unpacker(response.headers["content-encoding"]),
    async (source: AsyncIterable<Buffer>) => {
      for await (const part of counted(source, maxBytes)) parts.push(part);
    },
    { signal },
  );
  return Buffer.concat(parts);
}

async function* counted(source: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const part of source) {
    length += part.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    yield part;
  }
}

function unpacker(encoding = "identity"): Transform {
  switch (encoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return new PassThrough();
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      return createInflate();
    default:
      throw new Refused({
        kind: "invalid",
        message: "The address answers packed in a way that cannot be read. Save the file and upload it.",
      });
  }
}

function tooLarge(maxBytes: number): Refused {
  const limit =
    maxBytes < 1024 * 1024 ? `${Math.ceil(maxBytes / 1024)} KB` : `${Math.floor(maxBytes / 1024 / 1024)} MB`;
  return new Refused({
    kind: "too-large",
    message: `The address answers with more than ${limit}. Use one that holds less, or save a part of it and upload that.`,
  });
}
