import { formatNumber } from "@/lib/format/number";
import { ok } from "@/lib/errors/problem";

import { aboutLine } from "../export/text";
import type { ExportFormat, ExportSource } from "../export/types";
import { firstOfEach, numbered } from "../radar/numbering";
import type { Pictured } from "../radar/picture";
import { radarSvg, type Drawn } from "../radar/svg";
import { THEMES } from "../radar/theme";

/** More do not become clearer in a picture; the first of every segment are drawn and the rest is said in numbers. */
const MOST_DRAWN = 1000;

/**
 * The radar as an SVG 2 document (https://www.w3.org/TR/SVG2/) with its list, in the colours of the light theme or, with
 * `theme=dark`, of the dark one.
 */
export const radarSvgFormat: ExportFormat = {
  file: "radar.svg",
  contentType: "image/svg+xml; charset=utf-8",
  permission: "team.read",
  shared: "radar",
  writer: (asked) =>
    ok(async function* (source) {
      yield radarSvg(await drawnOf(source, asked));
    }),
};

/** What a picture of the radar shows. */
export async function drawnOf(source: ExportSource, asked: URLSearchParams): Promise<Drawn> {
  const { about, quadrants } = source;
  const all: Omit<Pictured, "number">[] = [];
  for await (const { id, title, quadrant, ring, moved } of source.radar()) {
    // No line of a picture is longer than this.
    all.push({ id, title: title.slice(0, 500), quadrant, ring, moved });
  }
  const items = numbered(firstOfEach(all, MOST_DRAWN));
  const rest = `Drawn are ${formatNumber(items.length)} of ${formatNumber(all.length)} with a ring, the first of every ring in every quadrant.`;
  const hint = "Rings follow the team’s decision, or its lean where nothing is decided yet. Below quorum is left out.";
  return {
    title: `Radar: ${about.conference.name}`,
    lines: [
      aboutLine("Radar", about),
      all.length === 0 ? `${hint} Nothing has a ring yet.` : hint,
      ...(items.length < all.length ? [rest] : []),
    ],
    names: quadrants.names,
    items,
    before: (await source.before())?.name ?? null,
    theme: THEMES[asked.get("theme") === "dark" ? "dark" : "light"],
  };
}
