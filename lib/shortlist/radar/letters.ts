/**
 * Every code point that a TrueType font has a letter for, from its character map in format 12 for Unicode (OpenType, "cmap",
 * https://learn.microsoft.com/typography/opentype/spec/cmap): groups of first, last and glyph. Empty when it has none.
 */
export function lettersOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const letters = new Set<number>();
  const map = mapOf(view);
  if (map === null) return letters;
  for (let group = 0; group < view.getUint32(map + 12); group++) {
    const at = map + 16 + group * 12;
    for (let letter = view.getUint32(at); letter <= view.getUint32(at + 4); letter++) letters.add(letter);
  }
  return letters;
}

/** Where the map in format 12 begins. */
function mapOf(view: DataView): number | null {
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16);
  const entry = tables.find((at) => view.getUint32(at) === CMAP);
  if (entry === undefined) return null;
  const cmap = view.getUint32(entry + 8);
  const maps = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 8 + index * 8),
  );
  return maps.find((at) => view.getUint16(at) === 12) ?? null;
}

/** "cmap" as a number. */
const CMAP = 0x636d6170;

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text of which every letter can be drawn: what cannot be is a square, one for each run of it. */
export function drawable(text: string, letters: ReadonlySet<number>): string {
  let drawn = "";
  for (const { segment } of GRAPHEMES.segment(text.normalize("NFC"))) {
    const isKnown = Array.from(segment).every((sign) => /\s/u.test(sign) || letters.has(sign.codePointAt(0) ?? 0));
    if (isKnown) drawn += segment;
    else if (!drawn.endsWith("□")) drawn += "□";
  }
  return drawn;
}
