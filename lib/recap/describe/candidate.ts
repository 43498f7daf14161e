import type { Merged } from "../merge";
import { findServices } from "../services/find-services";
import type { Vendor } from "../services/gazetteer";
import type { Availability, Candidate, CandidateLink } from "../types";

import { describeAvailability, markedAvailability, sectionAvailability } from "./availability";
import { describeCategory } from "./category";
import { describeFigures } from "./figures";
import { describeLinks } from "./links";
import { describeTake } from "./take";
import { describeTitle, fullName } from "./title";

/** An excerpt reminds of the passage; the whole of it is in the source. */
const MAX_EXCERPT = 600;
/** What is said of one announcement in one paragraph; the rest is about something else. */
const MAX_PASSAGE = 4000;
/** A line this short is about one thing: a state marked anywhere in it is its own. */
const MAX_LINE = 120;
/** Services beyond these are mentioned in passing. */
const MAX_SERVICES = 4;

/** Turns what was chosen into the candidate that a person reviews. */
export function describeCandidate(merged: Merged, vendor: Vendor | null): Candidate {
  const { proposal } = merged;
  const title = fullName(describeTitle(proposal.title), vendor);
  const context = contextOf(merged);
  const said = context.join("\n");
  const section = proposal.entry.headings.filter((heading) => heading.role !== "title").at(-1) ?? null;
  const parents = parentsOf(merged);
  return {
    title,
    services: servicesOf(title, [proposal.passage, ...parents], vendor),
    category: describeCategory({
      title,
      context: [...parents, proposal.passage, said],
      section: section?.category ?? null,
      vendor,
    }),
    availability: availabilityOf(merged),
    links: linksOf(merged),
    figures: describeFigures(said),
    take: describeTake(context),
    excerpt: excerptOf(said),
    section: section?.text ?? null,
    confidence: Math.round(merged.chance * 100) / 100,
    place: proposal.place,
  };
}

/** The texts about it: the passage for one of several names in a block, else the blocks of its body. */
function contextOf({ proposal }: Merged): string[] {
  const [first, ...rest] = proposal.body;
  const lead = first?.block.kind === "heading" ? [] : [proposal.passage];
  return [...lead, ...rest.map((entry) => entry.block.text)]
    .map((text) => text.slice(0, MAX_PASSAGE).trim())
    .filter(Boolean);
}

/** A state marked on the name goes before what the text says, and that before what the section says of all in it. */
function availabilityOf(merged: Merged): Availability {
  const { proposal } = merged;
  const { block } = proposal.entry;
  const line = proposal.convention === "heading" || block.text.length < MAX_LINE ? block.text : proposal.title;
  const said = [
    markedAvailability(line),
    describeAvailability([proposal.title, ...contextOf(merged).slice(0, 8)]),
    ...proposal.entry.headings.map((heading) => sectionAvailability(heading.text)).reverse(),
  ];
  return said.find((availability) => availability !== "unknown") ?? "unknown";
}

function parentsOf({ proposal }: Merged): string[] {
  const texts: string[] = [];
  for (let entry = proposal.entry.parent; entry && texts.length < 3; entry = entry.parent) texts.push(entry.block.text);
  return texts;
}

/** Services of the title; when it names none, those of the passage around it, else of the item above. */
function servicesOf(title: string, around: readonly string[], vendor: Vendor | null): string[] {
  for (const text of [title, ...around]) {
    const services = findServices(text, vendor);
    if (services.length > 0) return services.slice(0, MAX_SERVICES);
  }
  return [];
}

/** The link of the name comes first, then the others of its passage and body. */
function linksOf({ proposal, others }: Merged): CandidateLink[] {
  const own = proposal.marks.map((mark) => mark.url);
  const below = proposal.body.slice(1).flatMap((entry) => entry.block.marks.map((mark) => mark.url));
  const repeated = others.flatMap((other) => other.proposal.marks.map((mark) => mark.url));
  return describeLinks([...own, ...below, ...repeated]).slice(0, 8);
}

function excerptOf(text: string): string {
  const folded = text.trim();
  if (folded.length <= MAX_EXCERPT) return folded;
  const cut = folded.slice(0, MAX_EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MAX_EXCERPT / 2))}…`;
}
