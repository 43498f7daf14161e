import { CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { formatDay } from "@/lib/format/date";
import type { ToldDecision } from "@/lib/voting/decisions/decision";
import { formatTarget } from "@/lib/voting/decisions/target";

import { aboutLine, fixed } from "../export/text";
import type { DecisionRecord, ExportAbout, ExportFormat, ExportSource } from "../export/types";

import { DECIDED, effortWords, progressWords, reopenWords, said, targetWords } from "./decision-words";

export const icalFormat: ExportFormat = {
  file: "targets.ics",
  contentType: "text/calendar; charset=utf-8",
  permission: "shortlist.export",
  shared: "feed",
  writer: fixed(targetsCalendar),
};

/**
 * Target dates, and days on which the team means to look again, as an iCalendar of all-day events (RFC 5545; the calendar's
 * own name and description after RFC 7986 and Apple's X-WR-CALNAME). UIDs and sequence numbers follow the decision, so that who
 * subscribes sees a date move instead of a second one. A target that is a quarter stands on its last day and says so.
 */
export async function* targetsCalendar({ about, decisions }: ExportSource): AsyncGenerator<string> {
  const name = `${about.conference.name}: ${about.team.name}`;
  yield written([
    ["BEGIN", "VCALENDAR"],
    ["VERSION", "2.0"],
    ["PRODID", "-//Debrief//Decisions//EN"],
    ["CALSCALE", "GREGORIAN"],
    ["NAME", escaped(name)],
    ["X-WR-CALNAME", escaped(name)],
    ["DESCRIPTION", escaped(aboutLine("Target dates", about))],
    ["X-WR-CALDESC", escaped(aboutLine("Target dates", about))],
    ...(about.self ? [["SOURCE;VALUE=URI", about.self] as const] : []),
    ["REFRESH-INTERVAL;VALUE=DURATION", "PT1H"],
    ["X-PUBLISHED-TTL", "PT1H"],
  ]);
  let isEmpty = true;
  for await (const record of decisions()) {
    for (const event of eventsOf(record, about)) {
      isEmpty = false;
      yield event;
    }
  }
  if (isEmpty) yield written(UTC);
  yield written([["END", "VCALENDAR"]]);
}

type Property = readonly [name: string, value: string];

function* eventsOf(record: DecisionRecord, about: ExportAbout): Generator<string> {
  const { decision } = record;
  if (!decision) return;
  if (decision.target) {
    const summary = `${targetMark(decision)}${record.title}${targetEnd(decision.target)}`;
    yield event(record, about, { kind: "target", on: decision.target.on, summary, decision });
  }
  if (decision.reopenOn !== null) {
    const summary = `Look again at ${record.title}`;
    yield event(record, about, { kind: "reopen", on: decision.reopenOn, summary, decision });
  }
}

type Event = { kind: "target" | "reopen"; on: string; summary: string; decision: ToldDecision };

function event(record: DecisionRecord, about: ExportAbout, { kind, on, summary, decision }: Event): string {
  const changed = stamp(record.history.at(-1)?.at ?? decision.at);
  const isCancelled = kind === "target" && decision.delivery === "dropped";
  return written([
    ["BEGIN", "VEVENT"],
    ["UID", escaped(`${record.id}-${kind}-${about.team.slug}@debrief`)],
    // Without a METHOD this is the moment of the last change (section 3.8.7.2).
    ["DTSTAMP", changed],
    ["LAST-MODIFIED", changed],
    // History only grows, so this does too.
    ["SEQUENCE", String(Math.max(0, record.history.length - 1))],
    ["DTSTART;VALUE=DATE", basicDay(on)],
    ["DTEND;VALUE=DATE", basicDay(dayAfter(on))],
    ["SUMMARY", escaped(summary)],
    ["DESCRIPTION", escaped(description(record, about, decision))],
    ["URL", new URL(record.address).href],
    ["CATEGORIES", escaped(CATEGORY_LABEL[record.category])],
    ["STATUS", isCancelled ? "CANCELLED" : "CONFIRMED"],
    ["TRANSP", "TRANSPARENT"],
    ["END", "VEVENT"],
  ]);
}

function targetMark({ choice, delivery }: ToldDecision): string {
  if (delivery === "done") return "✓ Done: ";
  if (delivery === "dropped") return "Dropped: ";
  return `${CHOICE_WORD[choice]}: `;
}

const CHOICE_WORD = { adopt: "Adopt", investigate: "Investigate", ignore: "Ignore" } as const;

function targetEnd(target: NonNullable<ToldDecision["target"]>): string {
  return target.isQuarter ? ` (end of ${formatTarget(target)})` : "";
}

function description(record: DecisionRecord, about: ExportAbout, decision: ToldDecision): string {
  const by = decision.by ? ` by ${decision.by.name}` : "";
  const effort = effortWords(decision);
  const reopen = reopenWords(decision);
  return said([
    `${DECIDED[decision.choice]} on ${formatDay(decision.at)}${by}.`,
    decision.target && `To be done ${targetWords(decision.target)}.`,
    decision.reason && `Why: ${decision.reason}`,
    decision.owner && `Owner: ${decision.owner.name}`,
    effort && `Effort: ${effort}`,
    `Progress: ${progressWords(decision)}`,
    reopen && `Look again: ${reopen}`,
    record.services.length > 0 && `Services: ${record.services.join(", ")}`,
    `${about.conference.name}, ${about.team.name}`,
    record.address,
  ]).join("\n");
}

/** A value of type TEXT (section 3.3.11): what it may not hold is left out. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)\p{Cc}|\p{Cs}/gu, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

function written(properties: readonly Property[]): string {
  return properties.map(([name, value]) => folded(`${name}:${value}`)).join("");
}

/** A content line with its end, in lines of at most 75 octets that begin with a space from the second on (section 3.1). */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return `${text}\r\n`;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function basicDay(day: string): string {
  return day.replaceAll("-", "");
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function stamp(moment: string): string {
  return new Date(moment).toISOString().replace(/[-:]|\.\d+/g, "");
}

// A calendar needs a component (section 3.4); this one says nothing but where the clocks stand.
const UTC: readonly Property[] = [
  ["BEGIN", "VTIMEZONE"],
  ["TZID", "Etc/UTC"],
  ["BEGIN", "STANDARD"],
  ["DTSTART", "19700101T000000"],
  ["TZOFFSETFROM", "+0000"],
  ["TZOFFSETTO", "+0000"],
  ["TZNAME", "UTC"],
  ["END", "STANDARD"],
  ["END", "VTIMEZONE"],
];
