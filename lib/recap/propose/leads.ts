import type { Entry } from "../outline";
import { FACET_HEADING } from "../vocabulary";

import { itemBody, paragraphBody } from "./body";
import { namesLeading, type Name } from "./leading-names";
import type { Proposal } from "./proposal";

/** A paragraph with more lines than this is no list of names. */
const MAX_LINES = 200;
/** … and one with more names has other ways to tell of each. */
const MAX_LEADS = 200;

type Lead = Name & { passageStart: number; passageEnd: number };

/** Names in bold or linked at the start of a paragraph, an item or a line. */
export function proposeLeads(entries: readonly Entry[]): Proposal[] {
  const leads = entries.map((entry) => (entry.block.kind === "heading" ? [] : leadsOf(entry)));
  const leadsAnything = (entry: Entry) => (leads[entry.index]?.length ?? 0) > 0;
  return entries.flatMap((entry) => {
    const own = leads[entry.index] ?? [];
    if (own.length === 0) return [];
    const body = entry.block.kind === "item" ? itemBody(entries, entry) : paragraphBody(entries, entry, leadsAnything);
    return own.map((lead) => propose(entry, lead, body));
  });
}

function propose(entry: Entry, lead: Lead, body: readonly Entry[]): Proposal {
  const { block } = entry;
  const last = body.at(-1) ?? entry;
  return {
    convention: "lead",
    entry,
    title: block.text.slice(lead.start, lead.end),
    marks: lead.marks,
    passage: block.text.slice(lead.passageStart, lead.passageEnd),
    body,
    place: { start: lead.marks[0]?.place.start ?? block.place.start, end: last.block.place.end },
  };
}

/**
 * The leading names of a block, each with the part of the text that is about it: up to the next line that leads,
 * or up to a line such as "Coming in 2021:" right above that one.
 */
function leadsOf({ block }: Entry): Lead[] {
  const leads: Lead[] = [];
  let open: Lead[] = [];
  let above = 0;
  for (const line of linesOf(block.text).slice(0, MAX_LINES)) {
    const names = namesLeading(block, line.start, line.end).filter((name) => !isFacet(block.text, name));
    if (leads.length + names.length > MAX_LEADS) break;
    if (names.length > 0) {
      const passageStart = open.length === 0 ? 0 : above;
      for (const lead of open) lead.passageEnd = passageStart;
      open = names.map((name) => ({ ...name, passageStart, passageEnd: block.text.length }));
      leads.push(...open);
    }
    above = block.text.charAt(line.end - 1) === ":" ? line.start : line.end;
  }
  return leads;
}

function isFacet(text: string, name: Name): boolean {
  return (
    FACET_HEADING.test(text.slice(name.start, name.end)) &&
    /^\W*(?:[:?]|$)/.test(text.slice(name.end - 1, name.end + 1))
  );
}

/** Lines that start anew; a line that only wraps, after words without an end, does not. */
function linesOf(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const previous = lines.at(-1);
    const isNew = !previous || /[.:!?)*\]]/.test(text.charAt(start - 2)) || previous.end - previous.start < 60;
    if (isNew) lines.push({ start, end: start + line.length });
    else previous.end = start + line.length;
    start += line.length + 1;
  }
  return lines;
}
