/** The characters Windows-1252 shows for the bytes 0x80 to 0x9F, in order; unused bytes stand as themselves. */
const HIGH =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";
const SUSPECT = new RegExp(`[\\u00c2-\\u00f4][\\u0080-\\u00bf${HIGH}]{1,3}`, "g");
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Repairs UTF-8 that was once read as Windows-1252 ("itâ€™s" becomes "it’s"); anything else stays as it is. */
export function repairMojibake(text: string): string {
  return text.replace(SUSPECT, repaired);
}

/** Text of Windows-1252 that was decoded as ISO-8859-1: its control characters become what they stand for. */
export function fromWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => HIGH.charAt(character.charCodeAt(0) - 0x80));
}

/** The longest prefix that is one UTF-8 character; the rest of the match was real text. */
function repaired(match: string): string {
  for (let length = match.length; length >= 2; length -= 1) {
    const bytes = Uint8Array.from(match.slice(0, length), byteOf);
    try {
      return utf8.decode(bytes) + match.slice(length);
    } catch {
      continue;
    }
  }
  return match;
}

function byteOf(character: string): number {
  const index = HIGH.indexOf(character);
  return index < 0 ? character.charCodeAt(0) : 0x80 + index;
}
