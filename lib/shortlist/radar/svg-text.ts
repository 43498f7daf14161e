/** What people typed as text of an XML document: on one line, escaped, without what XML 1.0 (section 2.2) has no place for. */
export function xmlText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\s]+/gu, " ")
    .trim()
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** As much of a text as fits into a width, in pixels at a size, with an ellipsis where it was cut. Widths are Inter's, about. */
export function fitted(text: string, width: number, size: number): string {
  let left = width / size;
  let kept = "";
  // Nobody sees more than this of one line.
  for (const { segment } of GRAPHEMES.segment(text.slice(0, 1_000))) {
    const next = left - widthOf(segment);
    if (next < 0) return `${cutTo(kept)}…`;
    left = next;
    kept += segment;
  }
  return text.length > kept.length ? `${cutTo(kept)}…` : kept;
}

/** Room for the ellipsis. */
function cutTo(kept: string): string {
  const signs = Array.from(GRAPHEMES.segment(kept), ({ segment }) => segment);
  return signs.slice(0, -1).join("").trimEnd();
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** In parts of the type's size, rather too wide than too narrow. */
function widthOf(sign: string): number {
  if (/^[ilj.,:;'|! ]/.test(sign)) return 0.3;
  if (/^[mwMW@%]/.test(sign)) return 0.92;
  if (/^[a-z0-9()\-/]/.test(sign)) return 0.57;
  if (/^[A-Z]/.test(sign)) return 0.69;
  return /^[\u0080-\u04ff]/.test(sign) ? 0.68 : 1.1;
}
