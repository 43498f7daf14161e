import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES, type Choice } from "@/lib/voting/types";

import { CENTRE, labelBaseline, PICTURE, RING } from "./geometry";
import { groupName, MOVED_RADIUS, movedWords, NUMBER_BASELINE, outwardArc, SHAPE_PATH, type Pictured } from "./picture";
import { place } from "./place";
import type { Quadrants } from "./quadrants";
import { heightOf, inColumns, listLines, type PlacedLine } from "./svg-list";
import { fitted, xmlText } from "./svg-text";
import type { Theme } from "./theme";

export type Drawn = {
  title: string;
  /** Sentences under the title. */
  lines: readonly string[];
  names: Quadrants["names"];
  /** Numbered, in the order of the list. */
  items: readonly Pictured[];
  /** The conference that movement compares with. */
  before: string | null;
  theme: Theme;
};

/** How wide the picture with its list is, in its own units. */
export const FILE_WIDTH = 1280;

const INSET = 24;
const TOP = 88;
const LINE = 18;

/** How much longer than the picture a list beside it may be. */
const OVERHANG = 120;

/** Where the signs of the legend stand. */
const LEGEND = { adopt: 0, investigate: 72, ignore: 172, moved: 260 };

/**
 * The radar with its list as one SVG document (https://www.w3.org/TR/SVG2/) that is understood alone: it refers to nothing
 * outside, holds no script and no style sheet, and what people typed is text in it. Up to sixty items or so the list stands
 * beside the picture, more stand below. Long titles are cut here and nowhere else.
 */
export function radarSvg(drawn: Drawn): string {
  const { title, lines, names, items, theme } = drawn;
  const top = TOP + lines.length * LINE;
  const list = listLines(items, { names });
  const isBeside = heightOf(list) / 2 <= PICTURE + OVERHANG;
  const columns = isBeside ? 2 : 4;
  const { placed, height } = inColumns(list, columns);
  const at = isBeside
    ? { x: INSET + PICTURE + 40, y: top, width: 260, gap: 32 }
    : { x: INSET, y: top + PICTURE + 24, width: 284, gap: 32 };
  const bottom = isBeside ? Math.max(top + PICTURE, top + height) : at.y + height;
  const [name, description] = [xmlText(title), xmlText(descriptionOf(drawn))];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${FILE_WIDTH}" height="${bottom + INSET}" viewBox="0 0 ${FILE_WIDTH} ${bottom + INSET}" role="img" aria-labelledby="title description" font-family="Inter, system-ui, sans-serif" font-size="12">`,
    `<title id="title">${name}</title><desc id="description">${description}</desc>`,
    `<rect width="100%" height="100%" fill="${theme.canvas}"/>`,
    text({ x: INSET, y: 40, size: 22, weight: 600, fill: theme.ink }, fitted(title, FILE_WIDTH - 2 * INSET, 22)),
    ...lines.map((line, index) =>
      text({ x: INSET, y: 64 + index * LINE, size: 12, fill: theme.ink2 }, fitted(line, FILE_WIDTH - 2 * INSET, 12)),
    ),
    legend(drawn, 64 + lines.length * LINE),
    // Where the list stands below, the picture stands in the middle.
    `<g transform="translate(${isBeside ? INSET : (FILE_WIDTH - PICTURE) / 2} ${top})">${picture(drawn)}</g>`,
    ...placed.map((line) => listLine(line, at, theme)),
    "</svg>\n",
  ].join("\n");
}

function descriptionOf({ items, names }: Drawn): string {
  if (items.length === 0) return "Nothing has a ring yet.";
  const said = CHOICES.map((ring) => `${items.filter((item) => item.ring === ring).length} ${ring}`).join(", ");
  return `${items.length} announcements in three rings (${said}) and four quadrants: ${names.join(", ")}.`;
}

function legend({ theme, before, items }: Drawn, y: number): string {
  const rings = CHOICES.map(
    (ring) =>
      smallShape(ring, INSET + 5 + LEGEND[ring], y - 4, theme) +
      text({ x: INSET + 15 + LEGEND[ring], y, size: 12, fill: theme[ring].ink }, CHOICE_LABEL[ring]),
  );
  const isMoved = items.some(({ moved }) => movedWords(moved) !== null);
  const words = `Dashed circle: moved in; half a circle: moved out since ${before ?? ""}`;
  const moved =
    before !== null && isMoved
      ? text({ x: INSET + LEGEND.moved, y, size: 12, fill: theme.ink2 }, fitted(words, 900, 12))
      : "";
  return rings.join("") + moved;
}

function picture({ theme, names, items }: Drawn): string {
  const { blips, groups } = place(items);
  const end = CENTRE + RING.ignore.outer;
  const fills = { adopt: theme.surface, investigate: theme.surface, ignore: theme.canvas };
  return [
    ...CHOICES.toReversed().map(
      (ring) =>
        `<circle cx="${CENTRE}" cy="${CENTRE}" r="${RING[ring].outer}" fill="${fills[ring]}" stroke="${theme.lineStrong}"/>`,
    ),
    `<path d="M${CENTRE} ${PICTURE - end}V${end}M${PICTURE - end} ${CENTRE}H${end}" stroke="${theme.lineStrong}"/>`,
    ...CHOICES.map((ring) =>
      text(
        {
          x: CENTRE,
          y: labelBaseline(ring),
          size: 12,
          weight: 500,
          fill: theme.ink3,
          anchor: "middle",
          halo: fills[ring],
        },
        CHOICE_LABEL[ring],
      ),
    ),
    ...names.map((name, index) =>
      text(
        {
          ...{ x: index % 2 === 0 ? PICTURE - end : end, y: index < 2 ? 20 : PICTURE - 8 },
          ...{ size: 13, weight: 600, fill: theme.ink, anchor: index % 2 === 0 ? "start" : "end" },
        },
        fitted(name, 230, 13),
      ),
    ),
    ...blips.map(
      ({ item: { ring, number, moved }, at }) =>
        `<g transform="translate(${at.x} ${at.y})">${movedSign(moved, outwardArc(at), theme)}<path d="${SHAPE_PATH[ring]}" fill="${theme[ring].fill}" stroke="${theme[ring].fill}" stroke-width="2" stroke-linejoin="round"/>${text({ x: 0, y: NUMBER_BASELINE[ring], size: number > 999 ? 9 : 11, weight: 600, fill: theme[ring].on, anchor: "middle" }, String(number))}</g>`,
    ),
    ...groups.map(
      ({ ring, items: grouped, at }) =>
        `<g transform="translate(${at.x} ${at.y})"><title>${xmlText(groupName(ring, grouped))}</title><path d="${SHAPE_PATH[ring]}" fill="${theme[ring].soft}" stroke="${theme[ring].fill}" stroke-width="2" stroke-linejoin="round"/>${text({ x: 0, y: NUMBER_BASELINE[ring], size: 9, weight: 600, fill: theme[ring].ink, anchor: "middle" }, `+${grouped.length}`)}</g>`,
    ),
  ].join("\n");
}

function movedSign(moved: Pictured["moved"], arc: string, { ink2 }: Theme): string {
  if (moved === 1)
    return `<circle r="${MOVED_RADIUS}" fill="none" stroke="${ink2}" stroke-width="1.25" stroke-dasharray="3 2.5"/>`;
  return moved === -1 ? `<path d="${arc}" fill="none" stroke="${ink2}" stroke-width="1.25"/>` : "";
}

type Columns = { x: number; y: number; width: number; gap: number };

function listLine({ line, column, y }: PlacedLine, at: Columns, theme: Theme): string {
  const x = at.x + column * (at.width + at.gap);
  const baseline = at.y + y;
  if (line.kind === "quadrant") {
    return (
      text({ x, y: baseline - 4, size: 14, weight: 600, fill: theme.ink }, fitted(line.name, at.width, 14)) +
      `<path d="M${x} ${baseline + 2.5}h${at.width}" stroke="${theme.line}"/>`
    );
  }
  if (line.kind === "ring") {
    const { ring } = line;
    const label = text({ x: x + 15, y: baseline, size: 12, weight: 500, fill: theme[ring].ink }, CHOICE_LABEL[ring]);
    return smallShape(ring, x + 5, baseline - 4, theme) + label;
  }
  const { number, title, moved } = line.item;
  const words = movedWords(moved);
  const room = at.width - 32 - (words ? 64 : 0);
  return (
    text({ x, y: baseline, size: 13, fill: theme.ink3 }, String(number)) +
    text({ x: x + 32, y: baseline, size: 13, fill: theme.ink }, fitted(title, room, 13)) +
    (words ? text({ x: x + at.width, y: baseline, size: 11, fill: theme.ink3, anchor: "end" }, words) : "")
  );
}

function smallShape(ring: Choice, x: number, y: number, theme: Theme): string {
  return `<path transform="translate(${x} ${y}) scale(0.4)" d="${SHAPE_PATH[ring]}" fill="${theme[ring].fill}"/>`;
}

type TextLook = { x: number; y: number; size: number; weight?: number; fill: string; anchor?: string; halo?: string };

function text({ x, y, size, weight = 400, fill, anchor = "start", halo }: TextLook, content: string): string {
  const edge = halo ? ` stroke="${halo}" stroke-width="6" paint-order="stroke"` : "";
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"${edge}>${xmlText(content)}</text>`;
}
