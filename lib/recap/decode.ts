import { ok, refuse, type Result } from "@/lib/errors/problem";

import { decodeBytes, isBinary } from "./encoding";

/** A long post is about 100 KB, a year's feed about 2 MB; 5 MB leaves room and keeps reading it under seconds. */
export const MAX_SOURCE_BYTES = 5 * 1024 * 1024;

/** The text of an uploaded source: UTF-8, UTF-16 with or without a byte order mark, or the encoding it declares. */
export function decodeSource(bytes: Uint8Array): Result<string> {
  if (bytes.length === 0) return refuse("invalid", "The file is empty. Choose one with a post in it.");
  if (bytes.length > MAX_SOURCE_BYTES) {
    return refuse("too-large", "The file is larger than 5 MB. Save the post alone, or split the file.");
  }
  if (isBinary(bytes)) {
    return refuse("invalid", "The file is not text. Save the post as Markdown, HTML or plain text and try again.");
  }
  const text = decodeBytes(bytes);
  if (text === null) {
    return refuse(
      "invalid",
      "The file is not valid UTF-8 and names no other encoding. Save it as UTF-8 and try again.",
    );
  }
  if (text.trim() === "") {
    return refuse("invalid", "The file holds nothing but blanks. Choose one with a post in it.");
  }
  return ok(text);
}

/** Pasted text under the limits of a file. It is text already, whatever encoding it declares. */
export function checkPasted(text: string): Result<string> {
  const decoded = decodeSource(new TextEncoder().encode(text));
  return decoded.ok ? ok(text.replace(/^\uFEFF/, "")) : decoded;
}
