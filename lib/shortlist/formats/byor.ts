import { createHash } from "node:crypto";

import { aboutLine } from "../export/text";
import type { ExportFormat, ExportSource, Moved, RadarItem } from "../export/types";

import { csvRecord } from "./csv";
import { mapped, type RadarMapping, type RadarTarget } from "./radar-mapping";
import { radarText, titleOf, webLink } from "./radar-text";

/**
 * What radar.thoughtworks.com knows (thoughtworks/build-your-own-radar, `src/graphing/config.js`): an item of any other ring
 * or quadrant vanishes there without a word. Later versions show Hold as Caution and read either
 * (`src/util/ringNormalizer.js`); earlier ones know only Hold.
 */
export const BYOR: RadarTarget<string> = {
  tool: "byor",
  name: "Build Your Own Radar",
  rings: ["Adopt", "Trial", "Assess", "Hold"].map((name) => ({ key: name.toLowerCase(), name, value: name })),
  quadrants: [
    { key: "techniques", name: "Techniques", value: "Techniques" },
    { key: "platforms", name: "Platforms", value: "Platforms" },
    { key: "tools", name: "Tools", value: "Tools" },
    { key: "languages-and-frameworks", name: "Languages & Frameworks", value: "Languages & Frameworks" },
  ],
  usual: {
    rings: { adopt: "adopt", investigate: "assess", ignore: "hold" },
    quadrants: ["platforms", "languages-and-frameworks", "tools", "techniques"],
  },
};

const csv = {
  contentType: "text/csv; charset=utf-8; header=present",
  permission: "shortlist.export",
  writer: mapped(BYOR, byorCsv),
} as const;

export const byorCsvFormat: ExportFormat = { ...csv, file: "byor.csv", shared: null };

/** The same under the name that share links give it. */
export const radarCsvFormat: ExportFormat = { ...csv, file: "radar.csv", shared: "radar" };

export const byorJsonFormat: ExportFormat = {
  file: "byor.json",
  contentType: "application/json; charset=utf-8",
  permission: "shortlist.export",
  shared: "radar",
  writer: mapped(BYOR, byorJson),
};

const COLUMNS = ["name", "ring", "quadrant", "isNew", "status", "description"] as const;
type Blip = Record<(typeof COLUMNS)[number], string>;

/**
 * The radar as a CSV file for Build Your Own Radar (thoughtworks/build-your-own-radar: `README.md`, the headers of
 * `src/util/contentValidator.js`, what `src/util/inputSanitizer.js` keeps). Without a byte order mark: it is read by a
 * browser, not by a spreadsheet; but a cell that a spreadsheet would take for a formula is disarmed all the same.
 */
export async function* byorCsv(source: ExportSource, mapping: RadarMapping<string>): AsyncGenerator<string> {
  yield csvRecord(COLUMNS);
  for await (const blip of blips(source, mapping)) yield csvRecord(COLUMNS.map((column) => blip[column]));
}

/**
 * The same as JSON: a bare array of objects in which every value is a string, because each is trimmed as one
 * (`src/util/inputSanitizer.js`). Names are as typed here: nothing takes them for formulas.
 */
export async function* byorJson(source: ExportSource, mapping: RadarMapping<string>): AsyncGenerator<string> {
  let before = "[";
  for await (const blip of blips(source, mapping)) {
    yield `${before}\n  ${JSON.stringify(blip)}`;
    before = ",";
  }
  yield before === "[" ? "[]\n" : "\n]\n";
}

async function* blips(source: ExportSource, mapping: RadarMapping<string>): AsyncGenerator<Blip> {
  const said = aboutLine("Radar", source.about);
  const unique = uniqueNames();
  for await (const item of source.radar()) {
    yield {
      name: unique(nameOf(item)),
      ring: mapping.rings[item.ring].value,
      quadrant: mapping.quadrants[item.quadrant].value,
      isNew: item.moved === 2 ? "TRUE" : "FALSE",
      status: STATUS[item.moved],
      description: description(item, said),
    };
  }
}

const STATUS: Record<Moved, string> = { [-1]: "Moved Out", 0: "No Change", 1: "Moved In", 2: "New" };

// A name knows no markup there: the sanitizer drops what looks like a tag and shows the rest as "&lt;".
function nameOf(item: RadarItem): string {
  return titleOf(item).replaceAll("<", "‹").replaceAll(">", "›");
}

/** Paragraphs in the tags that the sanitizer keeps, with what people typed as text. */
function description(item: RadarItem, said: string): string {
  const { standing, reason, plan, about } = radarText(item);
  const link = webLink(item.link);
  const links = [
    link && anchor(link, "What the vendor says"),
    webLink(item.address) && anchor(item.address, "What the team says"),
  ].filter(Boolean);
  return [standing, reason, plan, about]
    .filter((line) => line !== "")
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .concat(links.length > 0 ? `<p>${links.join(" ")}</p>` : [], `<p><i>${escapeHtml(said)}</i></p>`)
    .join("");
}

function anchor(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}">${text}</a>`;
}

/** Text as HTML; what a spreadsheet could take for the beginning of a formula behind an entity's semicolon is one too. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'=+@＝＋＠]|(?<![\p{L}\p{N}])[-－]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Tells apart what is called the same, so that each can be found by name; of a name only its hash is kept. */
function uniqueNames(): (name: string) => string {
  const next = new Map<string, number>();
  const hashOf = (name: string) => createHash("sha256").update(name.toLowerCase()).digest("base64");
  return (name) => {
    const key = hashOf(name);
    let number = next.get(key) ?? 1;
    let given = number === 1 ? name : `${name} (${number})`;
    while (number > 1 && next.has(hashOf(given))) given = `${name} (${(number += 1)})`;
    next.set(key, number + 1);
    if (given !== name) next.set(hashOf(given), 2);
    return given;
  };
}
