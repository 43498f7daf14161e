import { fromWindows1252 } from "./parse/mojibake";

/** A declaration of the encoding stands near the top. */
const HEAD_BYTES = 4096;
/** A stray zero byte or two make no UTF-16. */
const MIN_ZEROS = 4;
/** What files that are no text begin with: PDF, archives, images, Word, RTF, sound and video. */
const SIGNATURES = [
  "%PDF-",
  "PK\u0003\u0004",
  "\u001f\u008b",
  "BZh",
  "7z\u00bc\u00af",
  "Rar!",
  "\u0089PNG",
  "\u00ff\u00d8\u00ff",
  "GIF8",
  "\u00d0\u00cf\u0011\u00e0",
  "{\\rtf",
  "OggS",
  "ID3",
];

/** True for bytes that are no text in any encoding that is read here. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 8));
  if (SIGNATURES.some((signature) => head.startsWith(signature))) return true;
  return bytes.includes(0) && utf16Of(bytes) === null;
}

/** The text of bytes, without byte order mark; null when they are not UTF-8 and declare nothing else. */
export function decodeBytes(bytes: Uint8Array): string | null {
  const wide = utf16Of(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const declared = declaredEncoding(bytes);
  const text = utf8Of(bytes);
  if (declared === null || declared === "utf-8") {
    return text ?? (declared === "utf-8" ? new TextDecoder().decode(bytes) : null);
  }
  // Pages are saved as UTF-8 and keep the old declaration; bytes of a one-byte encoding hardly ever are UTF-8 by chance.
  if (text !== null && !isAscii(text) && isOneByte(declared)) return text;
  return decodeAs(declared, bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes);
  // Some versions of Node read Windows-1252 as ISO-8859-1.
  return encoding === "windows-1252" ? fromWindows1252(text) : text;
}

/** UTF-8; a character that is cut off at the very end is left out, as when a download stopped. */
function utf8Of(bytes: Uint8Array): string | null {
  return attempt(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true }));
}

/** UTF-16 by its mark, or by the zero bytes that Latin letters, blanks and markup have on one side only. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [first, second] = bytes;
  const mark = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  const guess = mark ?? (bytes.includes(0) ? utf16ByZeros(bytes.subarray(0, HEAD_BYTES)) : null);
  if (!guess) return null;
  const text = attempt(() => new TextDecoder(guess, { fatal: true }).decode(bytes.subarray(0, bytes.length & ~1)));
  return text === null || /[\0-\u0008\u000e-\u001f]/.test(text) ? null : guess;
}

function utf16ByZeros(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < Math.max(MIN_ZEROS, head.length / 20)) return null;
  return even * 20 < odd ? "utf-16le" : odd * 20 < even ? "utf-16be" : null;
}

/** The standard name of the encoding that XML or HTML declares; null for none, or one that is not known. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, HEAD_BYTES)).replace(/<!--[^]*?-->/g, "");
  const name =
    /^\s*(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  if (!name) return null;
  // Bytes that spell out their declaration are not UTF-16.
  if (/^(?:unicode|utf-?16|ucs-?2)/i.test(name)) return "utf-8";
  return attempt(() => new TextDecoder(name.toLowerCase() === "x-user-defined" ? "windows-1252" : name).encoding);
}

function isOneByte(encoding: string): boolean {
  return /^(?:windows|iso-8859|koi8|ibm|macintosh|x-mac)/.test(encoding);
}

function isAscii(text: string): boolean {
  return !/[^\0-\u007f]/.test(text);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
