import "server-only";

import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { readEverything } from "@/lib/transfer/everything";
import { seenTally } from "@/lib/voting/sight";

import { filterWords, type ShortlistFilter } from "../filter";
import { readQuadrants } from "../radar/queries";
import {
  readShortlistEntries,
  readShortlistHead,
  readShortlistRows,
  type ShortlistHead,
  type ShortlistReader,
} from "../rows";
import type { ShortlistRow } from "../types";

import { inBatches } from "./batches";
import { readDecisionRecords } from "./decision-records";
import { readBefore } from "./movement";
import { readRadarItems } from "./radar-items";
import type { ExportAbout, ExportSource } from "./types";
import { toldItem, toldRecord, toldRow } from "./without";

type Wanted = { filter: ShortlistFilter; shows: ExportAbout["shows"] };

/**
 * What a conference's files are made of, as the reader may see it; null when there is no such conference. Everything is
 * read while it is written, in batches, and people and notes that are not asked for are left out here, for every format.
 */
export async function openSource(
  reader: ShortlistReader,
  conferenceSlug: string,
  { filter, shows }: Wanted,
): Promise<ExportSource | null> {
  const head = await readShortlistHead(reader, conferenceSlug);
  if (!head) return null;
  const [quadrants, said] = await Promise.all([readQuadrants(reader), readAbout(reader, { head, filter })]);
  const about = aboutOf(reader, { head, filter, shows, said });
  return {
    about,
    quadrants,
    shortlist: () => mapped(readWholeShortlist(reader, { head, filter }), (row) => toldRow(row, shows)),
    radar: () => mapped(readRadarItems(reader, { head, filter, quadrants }), (item) => toldItem(item, shows)),
    before: () => readBefore(reader, head),
    decisions: (latest) =>
      mapped(readDecisionRecords(reader, { head, filter, latest: latest ?? null }), (record) =>
        toldRecord(record, shows),
      ),
    everything: () => readEverything(reader, { conferenceId: head.id, address: about.address }),
  };
}

async function* readWholeShortlist(
  reader: ShortlistReader,
  { head, filter }: { head: ShortlistHead; filter: ShortlistFilter },
): AsyncGenerator<ShortlistRow> {
  const entries = await readShortlistEntries(reader, head, filter);
  yield* inBatches(entries, (some) => readShortlistRows(reader, some, { notes: null }));
}

async function* mapped<T>(rows: AsyncIterable<T>, to: (row: T) => T): AsyncGenerator<T> {
  for await (const row of rows) yield to(row);
}

type Said = { at: Date; hidden: number; owner: string | null; service: string | null };

/** The moment, what is hidden, and the names behind the ids of the filter. */
async function readAbout(
  reader: ShortlistReader,
  { head, filter }: { head: ShortlistHead; filter: ShortlistFilter },
): Promise<Said> {
  const owner = filter.owner === "nobody" ? null : filter.owner;
  const [said] = await db().$queryRaw<Said[]>`
    SELECT now() AS at,
      (SELECT count(*) FROM ${seenTally(reader)} AS tally
       WHERE tally.conference_id = ${head.id}::uuid AND tally.is_hidden)::int AS hidden,
      (SELECT person.name FROM person JOIN decision ON decision.owner_id = person.id
       WHERE person.id = ${owner}::uuid AND decision.team_id = ${reader.teamId}::uuid LIMIT 1) AS owner,
      (SELECT service.name FROM service WHERE service.slug = ${filter.service}) AS service`;
  return said ?? { at: new Date(), hidden: 0, owner: null, service: null };
}

function aboutOf(
  { teamSlug, teamName }: ShortlistReader,
  { head, filter, shows, said }: Wanted & { head: ShortlistHead; said: Said },
): ExportAbout {
  const { slug, name, startsOn, endsOn } = head;
  return {
    conference: { slug, name, startsOn, endsOn },
    team: { slug: teamSlug, name: teamName },
    filter: filterWords(filter, { owner: shows.people ? said.owner : "one person", service: said.service }),
    at: said.at.toISOString(),
    address: `${config().url}/teams/${teamSlug}/conferences/${slug}/shortlist`,
    hidden: said.hidden,
    shows,
  };
}
