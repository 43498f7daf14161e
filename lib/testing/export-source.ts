import type { DecisionRecord, ExportAbout, ExportSource, ExportWriter, RadarItem } from "@/lib/shortlist/export/types";
import { DEFAULT_QUADRANTS, type Quadrants } from "@/lib/shortlist/radar/quadrants";
import type { ShortlistRow } from "@/lib/shortlist/types";
import type { TransferPiece } from "@/lib/transfer/pieces";

type Given = {
  about?: Partial<ExportAbout>;
  quadrants?: Quadrants;
  shortlist?: readonly ShortlistRow[];
  radar?: readonly RadarItem[];
  before?: { slug: string; name: string } | null;
  decisions?: readonly DecisionRecord[];
  everything?: readonly TransferPiece[];
};

/** What formats are made of, from rows in memory; empty where nothing is given. */
export function exportSource({
  about = {},
  quadrants = DEFAULT_QUADRANTS,
  shortlist = [],
  radar = [],
  before = null,
  decisions = [],
  everything = [],
}: Given = {}): ExportSource {
  return {
    about: { ...ABOUT, ...about },
    quadrants,
    shortlist: () => each(shortlist),
    radar: () => each(radar),
    before: () => Promise.resolve(before),
    decisions: () => each(decisions),
    everything: () => each(everything),
  };
}

/** The whole file that a writer makes of a source. */
export async function written(writer: ExportWriter, source: ExportSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writer(source)) pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece);
  return Buffer.concat(pieces);
}

/** The same as text. */
export async function writtenText(writer: ExportWriter, source: ExportSource): Promise<string> {
  return (await written(writer, source)).toString("utf8");
}

const ABOUT: ExportAbout = {
  conference: { slug: "example-conf-2030", name: "Example Conf 2030", startsOn: "2030-11-04", endsOn: "2030-11-08" },
  team: { slug: "platform", name: "Platform" },
  filter: null,
  at: "2030-12-01T11:20:00.000Z",
  address: "https://debrief.example/teams/platform/conferences/example-conf-2030/shortlist",
  hidden: 0,
  shows: { people: true, notes: true },
};

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}
