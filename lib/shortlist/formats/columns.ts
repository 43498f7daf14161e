import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { overruled, type Delivery, type ToldDecision } from "@/lib/voting/decisions/decision";
import { targetText } from "@/lib/voting/decisions/target";
import type { Choice } from "@/lib/voting/types";

import type { ExportAbout } from "../export/types";
import type { ShortlistNote, ShortlistRow, ShortlistStanding } from "../types";

/** What the cells of a column are: plain text, a web address, a day (YYYY-MM-DD), a number, or a share from 0 to 1. */
export type CellKind = "text" | "address" | "day" | "number" | "share";

export type Column = {
  name: string;
  kind: CellKind;
  /** In characters, where a column has a width. */
  width: number;
  /** `place` counts from 1; null leaves the cell empty. */
  value: (row: ShortlistRow, place: number) => string | number | null;
  /** Left out where a table is for reading: what another column says already. */
  isForSheets?: true;
};

/** The columns of an exported table, in order. */
export const COLUMNS: readonly Column[] = [
  text("Announcement", 44, ({ title }) => title),
  text("Services", 26, ({ services }) => services.join(", ")),
  text("Category", 18, ({ category }) => CATEGORY_LABEL[category]),
  text("Availability", 12, ({ availability }) => AVAILABILITY_LABEL[availability]),
  text("Standing", 14, ({ standing }) => STANDING_LABELS[standing]),
  { ...number("Order", ({ standing }, place) => (standing === "decided" ? place : null)), isForSheets: true },
  text(
    "Owner",
    20,
    decided(({ owner }) => owner?.name),
  ),
  text(
    "Target",
    11,
    decided(({ target }) => target && targetText(target)),
  ),
  {
    ...day(
      "Due",
      decided(({ target }) => target?.on),
    ),
    isForSheets: true,
  },
  text(
    "Effort",
    8,
    decided(({ effort }) => effort),
  ),
  number("Days", ({ decision }) => decision?.effortDays ?? null),
  text(
    "Progress",
    10,
    decided(({ delivery }) => DELIVERY_LABEL[delivery]),
  ),
  day(
    "Progress since",
    decided(({ deliveryOn }) => deliveryOn),
  ),
  text(
    "Decided by",
    20,
    decided(({ by }) => by?.name),
  ),
  day(
    "Decided on",
    decided(({ at }) => at.slice(0, 10)),
  ),
  text("Against the lean", 18, ({ decision, lean }) => decision && againstLean(overruled(decision.choice, lean))),
  { ...number("Support", ({ support }) => support && Math.round(support * 10_000) / 10_000), kind: "share" },
  number("Adopt", ({ tally }) => tally && tally.adopt),
  number("Investigate", ({ tally }) => tally && tally.investigate),
  number("Ignore", ({ tally }) => tally && tally.ignore),
  number("Not marked", ({ unmarked }) => unmarked),
  text(
    "Reason",
    44,
    decided(({ reason }) => reason),
  ),
  text("Notes", 60, ({ notes }) => notes.map(noteLine).join("\n")),
  { ...text("Link", 40, ({ link }) => link), kind: "address" },
  { ...text("Address in Debrief", 40, ({ address }) => address), kind: "address", isForSheets: true },
];

/** What a file says of itself, each fact with its name: for a table of its own, or a column that says it in every row. */
export const FACTS: readonly { name: string; value: (about: ExportAbout) => string | number; isMoment?: true }[] = [
  { name: "Conference", value: ({ conference }) => conference.name },
  { name: "Team", value: ({ team }) => team.name },
  { name: "Filter", value: ({ filter }) => filter ?? "none" },
  { name: "As of", value: ({ at }) => at, isMoment: true },
  { name: "Hidden by a blind round", value: ({ hidden }) => hidden },
];

/** A cell as people read it in a text: a share with two digits. */
export function cellWords({ kind, value }: Column, row: ShortlistRow, place: number): string {
  const said = value(row, place);
  if (typeof said !== "number") return said ?? "";
  return kind === "share" ? said.toFixed(2) : String(said);
}

function text(name: string, width: number, value: Column["value"]): Column {
  return { name, kind: "text", width, value };
}

function number(name: string, value: Column["value"]): Column {
  return { name, kind: "number", width: Math.max(8, name.length + 2), value };
}

function day(name: string, value: Column["value"]): Column {
  return { name, kind: "day", width: Math.max(11, name.length + 2), value };
}

/** What a decision says; nothing for what only leans. */
function decided(say: (decision: ToldDecision) => string | null | undefined): Column["value"] {
  return ({ decision }) => (decision && say(decision)) ?? null;
}

function againstLean(lean: Choice | null): string | null {
  return lean && `Leaned to ${lean}`;
}

function noteLine({ name, choice, note }: ShortlistNote): string {
  return name === null ? `${choice}: ${note}` : `${name} (${choice}): ${note}`;
}

const STANDING_LABELS: Record<ShortlistStanding, string> = { decided: "Decided adopt", leans: "Leans adopt" };

const DELIVERY_LABEL: Record<Delivery, string> = {
  planned: "Planned",
  started: "Started",
  done: "Done",
  dropped: "Dropped",
};
