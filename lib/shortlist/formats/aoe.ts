import { numberedSlug } from "@/lib/text/slug";

import { aboutLine } from "../export/text";
import type { ExportFormat, ExportSource, RadarItem } from "../export/types";

import { escapeMarkdown } from "./markdown";
import { beforeNow, readFormerRings } from "./radar-history";
import { mapped, mappingWords, type RadarMapping, type RadarTarget } from "./radar-mapping";
import { oneLine, radarText, titleOf, webLink } from "./radar-text";
import { zipped } from "./zip";

/** What AOE's radar knows before anybody configures it (AOEpeople/aoe_technology_radar, `data/config.default.json`). */
export const AOE: RadarTarget<string> = {
  tool: "aoe",
  name: "AOE's technology radar",
  rings: ["Adopt", "Trial", "Assess", "Hold"].map((name) => ({
    ...{ key: name.toLowerCase(), name, value: name.toLowerCase() },
  })),
  quadrants: [
    term("languages-and-frameworks", "Languages & Frameworks"),
    term("methods-and-patterns", "Methods & Patterns"),
    term("platforms-and-operations", "Platforms & Operations"),
    term("tools", "Tools"),
  ],
  usual: {
    rings: { adopt: "adopt", investigate: "assess", ignore: "hold" },
    quadrants: ["platforms-and-operations", "languages-and-frameworks", "tools", "methods-and-patterns"],
  },
};

function term(value: string, name: string) {
  return { key: value, name, value };
}

export const aoeFormat: ExportFormat = {
  file: "aoe.zip",
  contentType: "application/zip",
  permission: "shortlist.export",
  shared: null,
  writer: mapped(AOE, aoeZip),
};

/**
 * The radar as a folder of Markdown for AOE's builder (AOEpeople/aoe_technology_radar: `README.md`, `scripts/buildData.ts`):
 * `radar/YYYY-MM-DD/<id>.md` with front matter, everything in the folder of the day of the export, and the rings things were
 * decided into before in folders of those days, from which the builder takes what is new and what changed.
 */
export function aoeZip(source: ExportSource, mapping: RadarMapping<string>): AsyncIterable<Uint8Array> {
  return zipped(files(source, mapping), source.about.at);
}

async function* files(
  source: ExportSource,
  mapping: RadarMapping<string>,
): AsyncGenerator<{ name: string; text: string }> {
  const said = aboutLine("Radar", source.about);
  yield { name: "DEBRIEF.md", text: readme(said, mappingWords(mapping, source.quadrants)) };
  const former = await readFormerRings(source);
  const today = source.about.at.slice(0, 10);
  const taken = new Set(UNUSABLE);
  for await (const item of source.radar()) {
    const id = numberedSlug(item.slug, taken);
    taken.add(id);
    const head = frontMatter(item, mapping);
    for (const { day, ring, reason } of beforeNow(item, former.get(item.id), today)) {
      const text = `${head({ ring: mapping.rings[ring].value })}${paragraphs([reason])}`;
      yield { name: `radar/${day}/${id}.md`, text };
    }
    const text = `${head({ ring: mapping.rings[item.ring].value })}${body(item, said)}`;
    yield { name: `radar/${today}/${id}.md`, text };
  }
}

// What the builder's table of items has by birth, and what Windows does not take for the name of a file.
const UNUSABLE = [
  "constructor",
  "con",
  "prn",
  "aux",
  "nul",
  ...[..."0123456789"].flatMap((n) => [`com${n}`, `lpt${n}`]),
];

/** Every value is a JSON string, which is also YAML, whatever was typed: a title `yes` or `2021-01-01` stays text. */
function frontMatter(item: RadarItem, mapping: RadarMapping<string>): (of: { ring: string }) => string {
  const tags = [...new Set(item.services.map(oneLine))].filter(Boolean);
  return ({ ring }) =>
    [
      "---",
      `title: ${JSON.stringify(titleOf(item))}`,
      `ring: ${ring}`,
      `quadrant: ${mapping.quadrants[item.quadrant].value}`,
      `tags: [${tags.map((tag) => JSON.stringify(tag)).join(", ")}]`,
      "---\n\n",
    ].join("\n");
}

function body(item: RadarItem, said: string): string {
  const { standing, reason, plan, about } = radarText(item);
  const vendor = webLink(item.link);
  const team = webLink(item.address);
  const links = [
    vendor && `[What the vendor says](${inBrackets(vendor)})`,
    team && `[What the team says](${inBrackets(team)})`,
  ];
  return `${paragraphs([standing, reason, plan, about])}${links.filter(Boolean).join(" · ")}\n\n_${escapeMarkdown(said)}_\n`;
}

function inBrackets(address: string): string {
  return `<${address.replace(/[<>\\]/g, encodeURIComponent)}>`;
}

/** Each a paragraph of plain text: no line begins with what would make it a heading, a list or a quotation. */
function paragraphs(lines: readonly string[]): string {
  return lines
    .map(oneLine)
    .filter((line) => line !== "")
    .map(
      (line) =>
        `${escapeMarkdown(line)
          .replace(/^(?=[#+\-=])/, "\\")
          .replace(/^(\d+)(?=[.)])/, "$1\\")}\n\n`,
    )
    .join("");
}

function readme(said: string, words: string): string {
  return [
    "# A radar for aoe_technology_radar\n",
    `${escapeMarkdown(said)}\n`,
    `${escapeMarkdown(words)}\n`,
    "Unpack `radar` next to the `package.json` of your radar, then build. When you export again, remove the folders of the",
    "last export first: this archive brings the earlier rings itself.\n",
  ].join("\n");
}
