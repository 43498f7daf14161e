import { aboutLine, fixed } from "../export/text";
import type { DecisionRecord, ExportAbout, ExportFormat, ExportSource } from "../export/types";

import { shortened } from "./decision-words";
import { numbersOf, settlementsOf, type Numbers, type Settlement } from "./madr-records";
import { adr, recordText, statusOf, titleOf, type Neighbour, type Placed } from "./madr-text";
import { inline } from "./markdown-text";
import { zipped, type ArchivedFile } from "./zip";

export const madrFormat: ExportFormat = {
  file: "madr.zip",
  contentType: "application/zip",
  permission: "shortlist.export",
  shared: null,
  writer: fixed(decisionRecords),
};

/**
 * Everything a team settled as Markdown decision records after MADR 4.0.0 (adr/madr, template/adr-template.md at tag 4.0.0),
 * one file "NNNN-slug.md" each, and an index. A record's title is the proposal, "Adopt …", and its status is what became
 * of that: accepted where the team adopts, rejected where it ignores, and proposed where it investigates, because adopting
 * is then still on the table, and where it was reopened and nothing is settled since. What was settled otherwise later is
 * superseded by the record of that. The source is read twice: once for the numbers, and once for the texts.
 */
export async function* decisionRecords(source: ExportSource): AsyncGenerator<Uint8Array> {
  const numbers = await numbersOf(source.decisions());
  yield* zipped(filesOf(source, numbers), source.about.at);
}

async function* filesOf({ about, decisions }: ExportSource, numbers: Numbers): AsyncGenerator<ArchivedFile> {
  const index: { number: number; line: string }[] = [];
  for await (const record of decisions()) {
    for (const { number, name, ...placed } of placedOf(record, numbers)) {
      index.push({ number, line: indexLine({ number, name }, placed) });
      yield { name, text: recordText(placed, about) };
    }
  }
  yield { name: "README.md", text: readme(about, index) };
}

function placedOf(record: DecisionRecord, numbers: Numbers): (Neighbour & Placed)[] {
  const own = numbers.get(record.id) ?? [];
  // What was settled since the numbers were given is for the next export.
  const settlements = settlementsOf(record.history).slice(0, own.length);
  const named = settlements.flatMap((settlement, index): (Neighbour & { settlement: Settlement })[] => {
    const number = own[index];
    return number === undefined ? [] : [{ number, name: fileName(number, record.slug), settlement }];
  });
  return named.map((each, index) => ({
    ...{ ...each, record, before: named[index - 1] ?? null, after: named[index + 1] ?? null },
  }));
}

/** The number makes it one of a kind, and none that a system keeps for itself. */
function fileName(number: number, slug: string): string {
  const words = slug
    .replace(/[^a-z0-9-]+/g, "-")
    .slice(0, 100)
    .replace(/-+$/, "");
  return `${String(number).padStart(4, "0")}-${words || "decision"}.md`;
}

function readme(about: ExportAbout, index: { number: number; line: string }[]): string {
  const lines = index.sort((a, b) => a.number - b.number).map(({ line }) => line);
  return [
    `# ${inline(`Decisions of ${about.team.name}: ${about.conference.name}`)}\n`,
    `${inline(aboutLine("Decision records", about))}\n`,
    ...(about.filter === null
      ? []
      : ["Numbers count what this filter shows; without a filter they stay with their records.\n"]),
    lines.length > 0 ? lines.join("\n") : "Nothing has been settled yet.",
    "",
  ].join("\n");
}

function indexLine({ number, name }: Neighbour, placed: Placed): string {
  const title = inline(shortened(titleOf(placed.record), 200));
  return `* [${adr(number)}](${name}) ${title}: ${statusOf(placed)}`;
}
