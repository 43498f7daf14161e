import { CATEGORY_LABEL } from "@/lib/catalogue/labels";
import type { ToldEvent } from "@/lib/voting/decisions/decision";
import { formatTarget } from "@/lib/voting/decisions/target";

import type { DecisionRecord, ExportSource } from "../export/types";

import { DECIDED, effortWords, PROGRESS, progressWords, reopenWords, said } from "./decision-words";

/** What a feed holds: older entries are in the decision records. */
export const MOST_ENTRIES = 100;

/** One thing that happened to a decision, as a feed tells it. */
export type FeedEntry = {
  /** The same for ever, whatever the announcement is called later. */
  id: string;
  /** Plain text. */
  title: string;
  /** The announcement's page. */
  url: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** HTML in which everything that people typed is text. */
  html: string;
  /** Null where people are left out. */
  author: string | null;
  tags: string[];
};

/** The latest hundred events of a team's decisions, latest first. Only so many are held, however many are read. */
export async function latestEntries({ decisions }: Pick<ExportSource, "decisions">): Promise<FeedEntry[]> {
  let latest: Happened[] = [];
  for await (const record of decisions(MOST_ENTRIES)) {
    latest.push(...happened(record));
    if (latest.length > 10 * MOST_ENTRIES) latest = newest(latest);
  }
  return newest(latest).map(entryOf);
}

type Happened = { event: ToldEvent; before: ToldEvent | null; number: number; record: DecisionRecord };

function happened(record: DecisionRecord): Happened[] {
  const all = record.history.map((event, index) => ({
    ...{ event, before: record.history[index - 1] ?? null, number: index + 1, record },
  }));
  return all.slice(-MOST_ENTRIES);
}

function newest(events: readonly Happened[]): Happened[] {
  return [...events].sort(latestFirst).slice(0, MOST_ENTRIES);
}

function latestFirst(a: Happened, b: Happened): number {
  return compare(b.event.at, a.event.at) || compare(a.record.id, b.record.id) || b.number - a.number;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function entryOf({ event, before, number, record }: Happened): FeedEntry {
  return {
    id: `urn:debrief:decision:${record.id}:${number}`,
    title: `${whatHappened(event, before)}: ${record.title}`,
    url: record.address,
    at: event.at,
    html: htmlOf(event, before, record),
    author: event.by?.name ?? null,
    tags: [event.choice, CATEGORY_LABEL[record.category], ...record.services],
  };
}

function whatHappened(event: ToldEvent, before: ToldEvent | null): string {
  if (event.kind === "reopened") return "Reopened";
  if (event.kind === "delivered") return PROGRESS[event.delivery];
  if (before === null || before.kind === "reopened") return DECIDED[event.choice];
  if (before.choice === event.choice) return `${DECIDED[event.choice]}, changed`;
  return `${DECIDED[event.choice]}, no longer ${before.choice}`;
}

function htmlOf(event: ToldEvent, before: ToldEvent | null, record: DecisionRecord): string {
  const by = event.by ? ` by ${event.by.name}` : "";
  const facts = event.kind === "reopened" ? [`It was: ${DECIDED[event.choice].toLowerCase()}.`] : factsOf(event);
  return [
    `<p>${escapeHtml(`${whatHappened(event, before)}${by}.`)}</p>`,
    ...paragraphs(event.kind === "reopened" ? "" : event.reason),
    `<ul>${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join("")}</ul>`,
    `<p><a href="${escapeHtml(record.address)}">${escapeHtml(record.title || "The announcement")}</a></p>`,
  ].join("\n");
}

function factsOf(event: ToldEvent): string[] {
  const effort = effortWords(event);
  const reopen = reopenWords(event);
  return said([
    event.owner && `Owner: ${event.owner.name}`,
    event.target && `Target: ${formatTarget(event.target)}`,
    effort && `Effort: ${effort}`,
    `Progress: ${progressWords(event)}`,
    reopen && `Look again: ${reopen}`,
  ]);
}

function paragraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => `<p>${escapeHtml(part.trim()).replaceAll("\n", "<br>")}</p>`);
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML, in which control characters have no place. */
function escapeHtml(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, " ").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
