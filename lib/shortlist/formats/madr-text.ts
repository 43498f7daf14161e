import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { formatDay } from "@/lib/format/date";
import { formatTarget } from "@/lib/voting/decisions/target";
import { overruled } from "@/lib/voting/decisions/decision";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES, type Choice } from "@/lib/voting/types";

import type { DecisionRecord, ExportAbout } from "../export/types";

import { effortWords, progressWords, reopenWords, said } from "./decision-words";
import { frontMatter } from "./madr-front-matter";
import type { Settlement } from "./madr-records";
import { blocks, inline, link, list, paragraphs } from "./markdown-text";

/** Another record of the same announcement. */
export type Neighbour = { number: number; name: string };

/** A record in its place among those of its announcement. */
export type Placed = {
  record: DecisionRecord;
  settlement: Settlement;
  /** What was settled of it before, and after. */
  before: Neighbour | null;
  after: Neighbour | null;
};

/** What MADR calls it where it stands now: see the doc comment of `decisionRecords`. */
export function statusOf({ settlement, after }: Pick<Placed, "settlement" | "after">): string {
  if (after) return `superseded by ${adr(after.number)}`;
  return settlement.reopened ? "proposed" : STATUS[settlement.event.choice];
}

const STATUS: Record<Choice, string> = { adopt: "accepted", investigate: "proposed", ignore: "rejected" };

/** "ADR-0007". */
export function adr(number: number): string {
  return `ADR-${String(number).padStart(4, "0")}`;
}

/** The title of a record: what was proposed, whatever was settled of it. */
export function titleOf({ title }: DecisionRecord): string {
  return `Adopt ${title}`;
}

/** One record with the sections of MADR 4.0.0, in its order. It says no moment but its own, so that it changes only when it does. */
export function recordText(placed: Placed, about: ExportAbout): string {
  const { record, settlement } = placed;
  return `${blocks([
    frontMatter({ record, settlement, status: statusOf(placed) }),
    `# ${inline(titleOf(record))}`,
    "## Context and Problem Statement",
    ...context(record, about),
    "## Considered Options",
    ...options(record),
    "## Decision Outcome",
    ...outcome(placed),
    ...section("### Consequences", list(consequences(settlement))),
    "### Confirmation",
    `Progress: ${inline(progressWords(settlement.event))}.`,
    ...section("## Pros and Cons of the Options", blocks(CHOICES.map((choice) => prosOf(record, choice)))),
    "## More Information",
    list(more(placed, about)),
  ])}\n`;
}

function section(heading: string, text: string): string[] {
  return text === "" ? [] : [heading, text];
}

function context(record: DecisionRecord, about: ExportAbout): string[] {
  const { title, services, category, availability } = record;
  const facts = said([...services, CATEGORY_LABEL[category], AVAILABILITY_LABEL[availability]]);
  return [
    paragraphs(record.summary),
    `${inline(`At ${about.conference.name} this was announced: ${title}`)} (${inline(facts.join(", "))}).`,
    inline(`Should ${about.team.name} adopt it, investigate it, or leave it?`),
  ];
}

function options({ tally, marks }: DecisionRecord): (string | null)[] {
  const items = CHOICES.map((choice) =>
    tally ? `${CHOICE_LABEL[choice]} (marks: ${tally[choice]})` : CHOICE_LABEL[choice],
  );
  return [list(items), tally ? null : `Marks so far: ${marks}. They are hidden while the round is blind.`];
}

function outcome({ record, settlement, after }: Placed): string[] {
  const { event, reopened } = settlement;
  const [first = "", ...others] = event.reason
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "");
  const chosen = `Chosen option: "${CHOICE_LABEL[event.choice]}"`;
  const against = after || reopened ? null : overruled(event.choice, record.lean);
  return said([
    first === "" ? `${chosen}. No reason was written down.` : `${chosen}, because ${inline(first)}`,
    paragraphs(others.join("\n\n")),
    against && `The team leaned to ${against}; this decision goes against it.`,
    reopened &&
      `${inline(`Opened again on ${formatDay(reopened.at)}${byWhom(reopened)}`)}${after ? "." : ", and not settled since: it no longer stands."}`,
  ]);
}

function byWhom({ by }: Settlement["event"]): string {
  return by ? ` by ${by.name}` : "";
}

function consequences({ event }: Settlement): string[] {
  const effort = effortWords(event);
  return said([
    event.owner && inline(`Owner: ${event.owner.name}`),
    event.target && `Target: ${formatTarget(event.target)}`,
    effort && `Effort: ${effort}`,
  ]);
}

/** Whoever marked a choice said with it what speaks for it. */
function prosOf({ notes }: DecisionRecord, choice: Choice): string {
  const own = notes.filter((note) => note.choice === choice);
  if (own.length === 0) return "";
  const pros = own.map(({ name, note }) => `Good, because ${inline(name === null ? note : `${note} (${name})`)}`);
  return blocks([`### ${CHOICE_LABEL[choice]}`, list(pros)]);
}

function more({ record, settlement, before, after }: Placed, about: ExportAbout): string[] {
  const reopen = reopenWords(settlement.event);
  return said([
    record.link && link("What was announced", record.link),
    link("The announcement in Debrief, with its thread", record.address),
    reopen && inline(`Look again: ${reopen}`),
    before && `Supersedes [${adr(before.number)}](${before.name})`,
    after && `Superseded by [${adr(after.number)}](${after.name})`,
    inline(`Settled on ${formatDay(settlement.since)} by ${about.team.name} after ${about.conference.name}`),
  ]);
}
