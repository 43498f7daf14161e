/** What a cell holds at most, in UTF-16 code units. Source: "Excel specifications and limits", total characters in a cell. */
export const CELL_LENGTH = 32_767;

/** What a link leads to at most, in UTF-16 code units: longer ones make Excel repair the file. */
const LINK_LENGTH = 2_079;

const CUT = " … Cut here: a cell of a spreadsheet holds 32,767 characters. The rest is in Debrief.";

/**
 * Text as the content of an XML element or a quoted attribute. Characters that XML 1.0 does not allow (section 2.2, Char)
 * are left out, and half a surrogate pair becomes the replacement character.
 */
export function xmlText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, "")
    .replace(/[&<>"\r]/g, (sign) => XML_SIGNS[sign] ?? "");
}

/**
 * Text as a cell holds it: with the line breaks of XML, not too long, and where it looks like the way OOXML writes a
 * character (ECMA-376 part 1, 22.9.2.19: _xHHHH_), with its first underscore written that way, so that it stays as it is.
 */
export function cellText(text: string): string {
  const plain = text.replace(/\r\n?/g, "\n").replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return xmlText(plain.length > CELL_LENGTH ? cut(plain) : plain);
}

/** A web address as a link may carry it, or null when it is none, or too long for one. */
export function linkTarget(text: string | null): string | null {
  if (text === null || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { href } = new URL(text);
  return href.length <= LINK_LENGTH ? href : null;
}

/** No half of a surrogate pair stays at the end. */
function cut(text: string): string {
  return text.slice(0, CELL_LENGTH - CUT.length).replace(/[\ud800-\udbff]$/, "") + CUT;
}

const XML_SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };
