import { oneLine } from "@/lib/text/one-line";

import { escapeMarkdown } from "./markdown";

/** What makes one line of Markdown of what somebody typed. */
export type Inline = (text: string) => string;

/** Text within a line of Markdown, a heading or a list item, shown as it was typed. */
export function inline(text: string): string {
  // Signs at the end of a heading would close it.
  return escapeMarkdown(oneLine(text)).replace(/#+$/, "\\$&");
}

/** Text that stands by itself: its paragraphs and lines stay, and none of them begins a heading, a list or a rule. */
export function paragraphs(text: string, write: Inline = inline): string {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((paragraph) => linesOf(paragraph, write).join("\\\n"))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

function linesOf(paragraph: string, write: Inline): string[] {
  return paragraph
    .split("\n")
    .map((line) => atLineStart(write(line)))
    .filter((line) => line !== "");
}

/** A line whose first signs start nothing: neither of Markdown nor of GitLab, which takes a slash for a command. */
function atLineStart(line: string): string {
  return line.replace(/^(?=[#+\-=/])/, "\\").replace(/^(\d{1,9})(?=[.)])/, "$1\\");
}

/** A link with a text; the text alone where the address is none of the web. */
export function link(text: string, address: string | null, write: Inline = inline): string {
  if (address === null || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return write(text);
  // Nothing in it ends the brackets round it, and nothing is an escape or an entity.
  const target = new URL(address).href.replace(/[|\\<>`]/g, encodeURIComponent).replace(/(&#?\w+);/g, "$1%3B");
  return `[${write(text)}](<${target}>)`;
}

/** A list with asterisks, an item each; empty without items. */
export function list(items: readonly string[]): string {
  return items.map((item) => `* ${item}`).join("\n");
}

/** Blocks with an empty line between them, without those that are empty. */
export function blocks(parts: readonly (string | false | null)[]): string {
  return parts.flatMap((part) => (part ? [part] : [])).join("\n\n");
}
