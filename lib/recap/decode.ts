import { ok, refuse, type Result } from "@/lib/errors/problem";

/** A long post is about 100 KB, a year's feed about 2 MB; 5 MB leaves room and keeps reading it under seconds. */
export const MAX_SOURCE_BYTES = 5 * 1024 * 1024;

/** A declaration of the encoding stands near the top. */
const HEAD_BYTES = 2048;

/** The text of an uploaded source: UTF-8, UTF-16 with a byte order mark, or the encoding that it declares. */
export function decodeSource(bytes: Uint8Array): Result<string> {
  if (bytes.length === 0) return refuse("invalid", "The file is empty. Choose one with a post in it.");
  if (bytes.length > MAX_SOURCE_BYTES) {
    return refuse("too-large", "The file is larger than 5 MB. Save the post alone, or split the file.");
  }
  const text = decodeUtf16(bytes) ?? decodeBytes(bytes);
  if (text.ok && text.value.trim() === "") {
    return refuse("invalid", "The file holds nothing but blanks. Choose one with a post in it.");
  }
  return text;
}

function decodeUtf16(bytes: Uint8Array): Result<string> | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ok(new TextDecoder("utf-16le").decode(bytes));
  if (first === 0xfe && second === 0xff) return ok(new TextDecoder("utf-16be").decode(bytes));
  return null;
}

function decodeBytes(bytes: Uint8Array): Result<string> {
  if (isBinary(bytes)) {
    return refuse("invalid", "The file is not text. Save the post as Markdown, HTML or plain text and try again.");
  }
  const declared = declaredDecoder(bytes);
  if (declared) return ok(declared.decode(bytes));
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse(
      "invalid",
      "The file is not valid UTF-8 and names no other encoding. Save it as UTF-8 and try again.",
    );
  }
}

/** Text holds no NUL; archives, images and PDFs show it or their signature at once. */
function isBinary(bytes: Uint8Array): boolean {
  const signature = String.fromCharCode(...bytes.subarray(0, 5));
  return bytes.includes(0) || signature === "%PDF-" || signature.startsWith("PK\u0003\u0004");
}

/** The decoder for an encoding that XML or HTML declares, unless it is UTF-8 or one that is not known. */
function declaredDecoder(bytes: Uint8Array): TextDecoder | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  const name =
    /<\?xml[^>]*\bencoding=["']([\w-]+)/i.exec(head)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
  if (!name || /^utf-?(8|16)/i.test(name)) return null;
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}
