import { aboutLine } from "../export/text";
import type { ExportAbout } from "../export/types";
import type { ShortlistRow } from "../types";

import { said, shortened } from "./decision-words";
import { factsOf } from "./handover";

/** Jira keeps at most 32,767 characters in a description or a comment; this leaves room for what each begins with. */
const MOST_TEXT = 30_000;

/** Draws nothing, and stands between signs that would mean something together. */
const NOTHING = "\u200B";

/**
 * Text that Jira's wiki renderer shows as it was typed. The signs after a backslash are those that Atlassian's
 * BackslashEscapeRendererComponent takes back; a backslash itself has no escape ("\\" is a line break), so that nothing
 * visible keeps it from what follows; and no line begins a heading, a quotation or a numbered list.
 */
export function wikiText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)\p{Cc}|\p{Cs}/gu, " ")
    .replaceAll("\\", `\\${NOTHING}`)
    .replace(/[![\]^~+?%{}()*_|@]|(?<!\w)-|-(?!\w)/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, `&${NOTHING}`)
    .replace(/^(?=\s*(?:#|h[1-6]\.|bq\.))/gim, NOTHING);
}

/** The description of an issue in Jira's wiki markup: what was decided and why, with where it is discussed. */
export function description(row: ShortlistRow, about: ExportAbout): string {
  const facts = factsOf(row).map(({ name, text }) => `*${name}:* ${wikiText(text)}`);
  return said([
    shortened(row.title, MOST_SUMMARY) !== row.title && wikiText(row.title),
    facts.join("\n"),
    row.decision?.reason ? `*Why:* ${wikiText(row.decision.reason)}` : null,
    said([row.link && `Announcement: ${plainAddress(row.link)}`, `Debrief: ${plainAddress(row.address)}`]).join("\n"),
    wikiText(aboutLine("From the shortlist", about)),
  ]).join("\n\n");
}

/** As many characters as the summary of an issue takes. */
const MOST_SUMMARY = 250;

/** The summary of an issue: one line. */
export function summary({ title }: ShortlistRow): string {
  return shortened(title.replace(/[\s\p{Cc}\p{Cs}]+/gu, " ").trim(), MOST_SUMMARY) || "Untitled";
}

/** What the team wrote with its marks, as one comment; empty where nobody did. What does not fit is counted. */
export function comment({ notes }: ShortlistRow): string {
  const lines: string[] = [];
  let length = 0;
  for (const { name, choice, note } of notes) {
    const line = `*${choice}*${name === null ? "" : `, ${wikiText(name)}`}: ${wikiText(note)}`;
    length += line.length + 1;
    if (length > MOST_TEXT) break;
    lines.push(line);
  }
  const left = notes.length - lines.length;
  const rest = left > 0 ? [`And ${left} more in Debrief.`] : [];
  return notes.length > 0 ? ["What the team wrote with its marks", ...lines, ...rest].join("\n") : "";
}

/** An address that Jira links by itself; what would end it or begin markup is escaped the way addresses are. */
function plainAddress(address: string): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return wikiText(address);
  return new URL(address).href.replace(
    /[\\|[\]{}!*^~()']/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
