import { aboutLine, fixed } from "../export/text";
import type { ExportAbout, ExportFormat, ExportSource } from "../export/types";
import type { ShortlistRow } from "../types";

import { csvRecord } from "./csv";
import { decidedOf } from "./handover";
import { comment, description, summary } from "./jira-text";
import { zipped, type ArchivedFile } from "./zip";

export const jiraCsvFormat: ExportFormat = {
  file: "jira.csv",
  contentType: "text/csv; charset=utf-8; header=present",
  permission: "shortlist.export",
  shared: null,
  writer: fixed(jiraCsv),
};

export const jiraZipFormat: ExportFormat = {
  file: "jira.zip",
  contentType: "application/zip",
  permission: "shortlist.export",
  shared: null,
  writer: fixed(jiraZip),
};

/** Issues that Atlassian recommends at most in one file. */
export const MOST_ISSUES = 1_500;

/** Seconds of work in a day, as Jira counts them unless it is told otherwise. */
const DAY = 8 * 60 * 60;

/** The header has no punctuation but its commas; a header that comes twice takes several values. */
const COLUMNS: readonly { name: string; cell: (row: ShortlistRow, about: ExportAbout) => string }[] = [
  { name: "Summary", cell: summary },
  { name: "Issue Type", cell: () => "Task" },
  { name: "Description", cell: description },
  { name: "Priority", cell: () => "" },
  { name: "Assignee", cell: ({ ownerEmail }) => ownerEmail ?? "" },
  { name: "Reporter", cell: () => "" },
  { name: "Labels", cell: (_, { conference }) => conference.slug },
  { name: "Labels", cell: ({ category }) => category },
  { name: "Due date", cell: ({ decision }) => decision?.target?.on ?? "" },
  { name: "Original Estimate", cell: ({ decision }) => seconds(decision?.effortDays ?? null) },
  { name: "Comment Body", cell: comment },
];

/**
 * What is decided adopt, an issue each, for the CSV importer of Jira Cloud (support.atlassian.com, "Import data from a CSV
 * file"; confluence.atlassian.com 1097176622): people by their mail address, days as yyyy-MM-dd, which is what to choose
 * as the date format there, estimates in seconds. There is no byte order mark, which the importer would take for a part
 * of "Summary". Priority and Reporter are the importer's to fill.
 */
export async function* jiraCsv({ about, shortlist }: ExportSource): AsyncGenerator<string> {
  yield HEADER;
  for await (const row of decidedOf(shortlist())) yield record(row, about);
}

/** The same in files of at most 1,500 issues, as Atlassian recommends, with a note on how to import them. */
export function jiraZip(source: ExportSource): AsyncGenerator<Uint8Array> {
  return zipped(partsOf(source), source.about.at);
}

async function* partsOf({ about, shortlist }: ExportSource): AsyncGenerator<ArchivedFile> {
  const rows = decidedOf(shortlist());
  let next = await rows.next();
  // A part is written out before the next one is asked for, so that they can take from the same rows.
  async function* part() {
    yield HEADER;
    for (let count = 0; count < MOST_ISSUES && !next.done; count += 1) {
      yield record(next.value, about);
      next = await rows.next();
    }
  }
  let parts = 0;
  do {
    parts += 1;
    yield { name: `jira-${parts}.csv`, text: part() };
  } while (!next.done);
  yield { name: "README.txt", text: readme(about, parts) };
}

function readme(about: ExportAbout, parts: number): string {
  return [
    aboutLine("What is decided adopt in the shortlist", about),
    "",
    `In Jira, import ${parts === 1 ? "jira-1.csv" : `jira-1.csv to jira-${parts}.csv, one after the other,`} from CSV as a`,
    "Jira administrator. Choose UTF-8, a comma, and yyyy-MM-dd as the date format. Original Estimate is in seconds.",
    "",
  ].join("\n");
}

const HEADER = csvRecord(COLUMNS.map(({ name }) => name));

function record(row: ShortlistRow, about: ExportAbout): string {
  return csvRecord(COLUMNS.map(({ cell }) => cell(row, about)));
}

function seconds(days: number | null): string {
  return days === null ? "" : String(Math.round(days * DAY));
}
