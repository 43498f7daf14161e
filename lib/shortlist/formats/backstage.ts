import { CHOICES, type Choice } from "@/lib/voting/types";

import { aboutLine, fixed } from "../export/text";
import type { ExportFormat, ExportSource, RadarItem } from "../export/types";
import type { Quadrants, QuadrantNumber } from "../radar/quadrants";

import { escapeMarkdown } from "./markdown";
import { beforeNow, readFormerRings, type FormerRing } from "./radar-history";
import { oneLine, radarText, titleOf, webLink } from "./radar-text";

export const backstageFormat: ExportFormat = {
  file: "backstage.json",
  contentType: "application/json; charset=utf-8",
  permission: "shortlist.export",
  shared: "radar",
  writer: fixed(backstageJson),
};

/**
 * The radar for Backstage's tech radar, with our rings and quadrants: `TechRadarLoaderResponseParser` of
 * @backstage-community/plugin-tech-radar-common (`src/schema.ts`), and the `title` of the plugin's README. Quadrants go
 * clockwise from the bottom right; a timeline begins with what holds now. The backend reads it as YAML (`js-yaml`), and
 * the page shows descriptions as Markdown.
 */
export async function* backstageJson(source: ExportSource): AsyncGenerator<string> {
  const former = await readFormerRings(source);
  yield `{\n  "title": ${JSON.stringify(aboutLine("Radar", source.about))},\n`;
  yield `  "quadrants": ${JSON.stringify(quadrantsOf(source.quadrants))},\n`;
  yield `  "rings": ${JSON.stringify(CHOICES.map((choice) => RINGS[choice]))},\n  "entries": [`;
  let before = "";
  for await (const item of source.radar()) {
    yield `${before}\n    ${JSON.stringify(entryOf(item, { rings: former.get(item.id), today: source.about.at.slice(0, 10) }))}`;
    before = ",";
  }
  yield before === "" ? "]\n}\n" : "\n  ]\n}\n";
}

// The plugin reads colours with color-string, which does not know oklch: these are the fills of our three choices in hex.
const RINGS: Record<Choice, { id: Choice; name: string; color: string; description: string }> = {
  adopt: { id: "adopt", name: "Adopt", color: "#0b6f68", description: "The team uses it, or is about to." },
  investigate: {
    id: "investigate",
    name: "Investigate",
    color: "#cb751a",
    description: "The team finds out what it is worth.",
  },
  ignore: { id: "ignore", name: "Ignore", color: "#868b95", description: "Not for the team, for now." },
};

function quadrantsOf({ names }: Quadrants) {
  return CLOCKWISE.map((number) => ({ id: quadrantId(number), name: oneLine(names[number]) }));
}

/** Ours in reading order, as they follow each other clockwise from the bottom right. */
const CLOCKWISE = [3, 2, 0, 1] as const satisfies readonly QuadrantNumber[];

function quadrantId(number: QuadrantNumber): string {
  return `quadrant-${number + 1}`;
}

type Then = { rings: readonly FormerRing[] | undefined; today: string };

function entryOf(item: RadarItem, then: Then) {
  const { standing, reason, plan, about } = radarText(item);
  const lines = [standing, reason, plan, about].filter((line) => line !== "").map(escapeMarkdown);
  const link = webLink(item.link);
  const address = webLink(item.address);
  return {
    key: item.slug,
    id: item.slug,
    quadrant: quadrantId(item.quadrant),
    title: titleOf(item),
    ...(address === null ? {} : { url: address }),
    description: lines.join("\n\n"),
    links: link === null ? [] : [{ url: link, title: "What the vendor says" }],
    timeline: timelineOf(item, then),
  };
}

function timelineOf(item: RadarItem, { rings, today }: Then) {
  const last = rings?.at(-1);
  const decided = item.decision && last?.ring === item.ring ? last.day : item.decision?.at.slice(0, 10);
  const since = decided ?? today;
  const before = beforeNow(item, rings, since);
  const now = { day: since, ring: item.ring, reason: item.decision?.reason ?? "" };
  return [...before, now]
    .map(({ day, ring, reason }, index, all) => {
      const earlier = all[index - 1];
      const moved = earlier ? further(earlier.ring, ring) : before.length === 0 ? clip(item.moved) : 0;
      return { date: day, ringId: ring, moved, description: escapeMarkdown(oneLine(reason)) };
    })
    .reverse();
}

/** 1 further in, -1 further out. */
function further(from: Choice, to: Choice): number {
  return Math.sign(CHOICES.indexOf(from) - CHOICES.indexOf(to));
}

// New has no sign there: what was nowhere has not moved.
function clip(moved: RadarItem["moved"]): number {
  return moved === 2 ? 0 : moved;
}
