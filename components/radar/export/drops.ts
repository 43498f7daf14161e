import type { RadarCounts } from "@/lib/shortlist/formats/radar-mapping-counts";
import type { RadarMapping } from "@/lib/shortlist/formats/radar-mapping";

import type { RadarTool } from "./tools";

type Outlook = { tool: RadarTool; mapping: RadarMapping; counts: RadarCounts; total: number };

/** What the other radar does not take over, or shows in another way, a sentence each: said before anybody exports. */
export function dropsOf({ tool, mapping, counts, total }: Outlook): string[] {
  return [
    ...OF_TOOL[tool.key],
    ...emptyNote(tool, total),
    ...quadrantNote({ tool, counts, total }),
    ...holdNote(tool, mapping),
  ];
}

const OF_TOOL: Record<RadarTool["key"], readonly string[]> = {
  byor: [
    "It knows only the rings and quadrants above: anything else would vanish there without a word, so your own names stay here.",
    "Reason, owner and links go into the description. Two items of one name are numbered, < and > in names become ‹ and ›.",
  ],
  zalando: [
    "It takes title, place, movement and one link. Reasons, owners, services and the team’s page stay here.",
    "What rings and quadrants are called stands in its page, not in the file.",
  ],
  aoe: [
    "It knows only the ids above, unless its config.json names others. Services become tags.",
    "It works out by itself what is new or changed, from the folders of earlier decisions that come along.",
  ],
  backstage: ["It takes your own rings and quadrants. Its timeline shows what was decided before."],
};

function emptyNote({ key }: RadarTool, total: number): string[] {
  if (total > 0) return [];
  if (key === "byor") return ["Of an empty radar it shows the CSV file as empty rings, and the JSON file as an error."];
  return key === "aoe" ? ["Its builder refuses an empty radar: “No valid radar items found”."] : [];
}

function quadrantNote({ tool, counts, total }: Omit<Outlook, "mapping">): string[] {
  const empty = counts.rows.filter((row) => row.total === 0).map(({ quadrant }) => quadrant);
  if (tool.key !== "byor" || total === 0 || empty.length === 0) return [];
  const verb = empty.length === 1 ? "stays" : "stay";
  return [
    `${empty.join(", ")} ${verb} empty. An older copy of it that you run yourselves draws nothing unless all four hold an item.`,
  ];
}

function holdNote({ key }: RadarTool, { rings }: RadarMapping): string[] {
  const isUsed = Object.values(rings).some((ring) => ring.key === "hold");
  return key === "byor" && isUsed ? ["Its later versions show the ring Hold as Caution."] : [];
}
