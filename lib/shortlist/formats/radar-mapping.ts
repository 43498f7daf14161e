import { ok, refuse, type Result } from "@/lib/errors/problem";
import { CHOICES, type Choice } from "@/lib/voting/types";

import type { ExportFormat, ExportSource } from "../export/types";
import type { Quadrants, QuadrantNumber } from "../radar/quadrants";

/** A ring or a quadrant that another team's radar knows. */
export type RadarTerm<V extends string | number> = {
  /** How the address says it: "languages-and-frameworks". */
  key: string;
  /** How that radar shows it. */
  name: string;
  /** What its file calls it. */
  value: V;
};

/** The radars of others that a mapping in an address can be meant for. */
const MAPPED_TOOLS = ["byor", "zalando", "aoe"] as const;

/** What another team's radar knows, and where ours goes unless a lead says otherwise. */
export type RadarTarget<V extends string | number = string | number> = {
  tool: (typeof MAPPED_TOOLS)[number];
  name: string;
  rings: readonly RadarTerm<V>[];
  quadrants: readonly RadarTerm<V>[];
  usual: { rings: Readonly<Record<Choice, string>>; quadrants: Four<string> };
};

/** Where our rings and our four quadrants go in a target. */
export type RadarMapping<V extends string | number = string | number> = {
  rings: Readonly<Record<Choice, RadarTerm<V>>>;
  /** In the order of ours: top left, top right, bottom left, bottom right. */
  quadrants: Four<RadarTerm<V>>;
};

type Four<T> = readonly [T, T, T, T];

/** The numbers of our quadrants, in reading order. */
export const QUADRANT_NUMBERS = [0, 1, 2, 3] as const satisfies Four<QuadrantNumber>;

/**
 * The mapping an address asks for: `?investigate=trial&quadrants=platforms,tools,techniques,tools`, the quadrants in the
 * order of ours and once or as four fields of one name. What it leaves out is as usual, and so is everything when it says
 * `format` and means another radar, because one share link gives the files of several. What the target does not know is
 * refused, with all that it does know.
 */
export function parseRadarMapping<V extends string | number>(
  target: RadarTarget<V>,
  asked: URLSearchParams,
): Result<RadarMapping<V>> {
  const wrong: Record<string, string> = {};
  const said = isForAnother(target, asked) ? new URLSearchParams() : asked;
  const ring = (choice: Choice) => {
    const wanted = said.get(choice) || target.usual.rings[choice];
    const term = termOf(target.rings, wanted);
    if (!term) wrong[choice] = unknown(target, { what: "ring", wanted, terms: target.rings });
    return term;
  };
  const [adopt, investigate, ignore] = [ring("adopt"), ring("investigate"), ring("ignore")];
  const quadrants = parseQuadrants(target, said, wrong);
  if (adopt && investigate && ignore && quadrants) return ok({ rings: { adopt, investigate, ignore }, quadrants });
  const sentences = [...new Set(Object.values(wrong))].join(" ");
  return refuse("invalid", `${sentences} The page Radar, Export offers the choice.`, { fields: wrong });
}

/** A mapping as the query of an address; empty where all is as usual. */
export function radarMappingQuery(target: RadarTarget, { rings, quadrants }: RadarMapping): string {
  const query = new URLSearchParams();
  for (const choice of CHOICES) {
    if (rings[choice].key !== target.usual.rings[choice]) query.set(choice, rings[choice].key);
  }
  const keys = quadrants.map(({ key }) => key).join(",");
  if (keys !== target.usual.quadrants.join(",")) query.set("quadrants", keys);
  return query.toString().replaceAll("%2C", ",");
}

/** The `writer` of a format whose rings and quadrants are the target's. */
export function mapped<V extends string | number>(
  target: RadarTarget<V>,
  write: (source: ExportSource, mapping: RadarMapping<V>) => AsyncIterable<string | Uint8Array>,
): ExportFormat["writer"] {
  return (asked) => {
    const mapping = parseRadarMapping(target, asked);
    return mapping.ok ? ok((source) => write(source, mapping.value)) : mapping;
  };
}

/** What becomes what, in a sentence: "Adopt is our adopt, Assess our investigate, …". */
export function mappingWords(mapping: RadarMapping, { names }: Pick<Quadrants, "names">): string {
  const rings = CHOICES.map((choice) => `${choice} is ${mapping.rings[choice].name}`);
  const quadrants = QUADRANT_NUMBERS.map((number) => `${names[number]} is ${mapping.quadrants[number].name}`);
  return `Rings: ${rings.join(", ")}. Quadrants: ${quadrants.join(", ")}.`;
}

function isForAnother({ tool }: Pick<RadarTarget, "tool">, asked: URLSearchParams): boolean {
  const format = asked.get("format");
  return format !== tool && MAPPED_TOOLS.some((each) => each === format);
}

function parseQuadrants<V extends string | number>(
  target: RadarTarget<V>,
  asked: URLSearchParams,
  wrong: Record<string, string>,
): Four<RadarTerm<V>> | null {
  const said = asked
    .getAll("quadrants")
    .flatMap((list) => list.split(","))
    .filter((each) => each.trim() !== "");
  const wanted: readonly string[] = said.length > 0 ? said : target.usual.quadrants;
  const stranger = wanted.find((each) => !termOf(target.quadrants, each));
  if (stranger !== undefined) {
    wrong.quadrants = unknown(target, { what: "quadrant", wanted: stranger, terms: target.quadrants });
    return null;
  }
  const [first, second, third, fourth, ...more] = wanted.flatMap((each) => termOf(target.quadrants, each) ?? []);
  if (first && second && third && fourth && more.length === 0) return [first, second, third, fourth];
  wrong.quadrants = `Name four quadrants, one for each of yours in their order, from: ${keysOf(target.quadrants)}.`;
  return null;
}

function termOf<V extends string | number>(terms: readonly RadarTerm<V>[], wanted: string): RadarTerm<V> | undefined {
  const folded = foldedKey(wanted);
  return terms.find(({ key, name }) => key === folded || foldedKey(name) === folded);
}

/** "Languages & Frameworks" is asked for by its name, too. */
function foldedKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

type Unknown = { what: "ring" | "quadrant"; wanted: string; terms: readonly RadarTerm<string | number>[] };

function unknown({ name }: Pick<RadarTarget, "name">, { what, wanted, terms }: Unknown): string {
  const said = Array.from(wanted.trim()).slice(0, 60).join("");
  return `${name} knows no ${what} “${said}”. Choose one of: ${keysOf(terms)}.`;
}

function keysOf(terms: readonly RadarTerm<string | number>[]): string {
  return terms.map(({ key }) => key).join(", ");
}
