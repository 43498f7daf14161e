import type { Proposal } from "../propose/proposal";

import type { Chosen } from "./judge";
import { formOf } from "./place-signs";

/** A form is a convention of the post once it holds this many announcements … */
const SEVERAL = 4;
/** … and this part of all that is written in it. */
const MOST = 0.6;
/** A line or a paragraph led by a name may announce more within it, but only what is this likely. */
const PLAIN = 0.9;
/** Below a heading that announces something, only another "we announce X" announces more. */
const ANNOUNCED = 0.97;

/** Where this part of all announcements follows a convention, a plain line or running text must be as likely as EXCEPTION. */
const RULE = 0.5;
const EXCEPTION = 0.75;

/**
 * Where the author gives each announcement a heading, a line or a leading name of its own, what the text below it only
 * mentions is no further one, unless it is written in a convention of its own or has a heading too.
 */
export function withoutMentions(chosen: readonly Chosen[], all: readonly Proposal[]): Chosen[] {
  const conventions = conventionsOf(chosen, all);
  const inLine = new Set<number>();
  const below = new Set<number>();
  const belowHeading = new Set<number>();
  for (const { proposal } of chosen) {
    if (!conventions.has(formOf(proposal))) continue;
    inLine.add(proposal.entry.index);
    for (const { index } of proposal.body.slice(1)) {
      (proposal.convention === "heading" ? belowHeading : below).add(index);
    }
  }
  const isRule =
    entriesOf(chosen.filter(({ proposal }) => conventions.has(formOf(proposal)))) >= RULE * entriesOf(chosen);
  const announced = new Set(
    chosen
      .filter(({ proposal }) => conventions.has(formOf(proposal)))
      .flatMap(({ proposal }) => servicesNamed(proposal)),
  );
  return chosen.filter(({ proposal, chance }) => {
    const form = formOf(proposal);
    if (isAside(form) && !conventions.has(form) && chance < (isRule ? EXCEPTION : 0)) return false;
    if (isAside(form) && !conventions.has(form) && chance < ANNOUNCED) {
      const services = servicesNamed(proposal);
      if (services.length > 0 && services.every((service) => announced.has(service))) return false;
    }
    const { index } = proposal.entry;
    if (proposal.convention === "heading" || conventions.has(form)) return true;
    if (isSetApart(form)) return !(below.has(index) || belowHeading.has(index));
    if (belowHeading.has(index)) return proposal.convention === "announcing" && chance >= ANNOUNCED;
    return chance >= PLAIN || !(inLine.has(index) || below.has(index));
  });
}

/** In how many blocks something is announced; one block may hold several proposals for the same. */
function entriesOf(chosen: readonly Chosen[]): number {
  return new Set(chosen.map(({ proposal }) => proposal.entry.index)).size;
}

/** Plain lines and running text name services in passing; marks and headings do so less. */
function isAside(form: string): boolean {
  return /^(?:line|prose|coined)/.test(form);
}

function servicesNamed({ entry, title }: Proposal): string[] {
  const start = entry.block.text.indexOf(title);
  return entry.mentions
    .filter((mention) => mention.start >= start && mention.end <= start + title.length)
    .map(({ service }) => service.slug);
}

/** Running text can announce anything; only what is set apart shows how a post is laid out. */
export function isSetApart(form: string): boolean {
  return /^(?:heading|lead|line)/.test(form);
}

function conventionsOf(chosen: readonly Chosen[], all: readonly Proposal[]): Set<string> {
  const announcing = countForms(chosen.map(({ proposal }) => proposal));
  const written = countForms(all);
  const conventions = [...announcing].filter(
    ([form, count]) =>
      (isSetApart(form) || form === "announcing marked") &&
      count >= SEVERAL &&
      count >= MOST * (written.get(form) ?? count),
  );
  return new Set(conventions.map(([form]) => form));
}

function countForms(proposals: readonly Proposal[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const proposal of proposals) counts.set(formOf(proposal), (counts.get(formOf(proposal)) ?? 0) + 1);
  return counts;
}
