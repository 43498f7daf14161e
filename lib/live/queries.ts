import "server-only";

import type { TeamViewer } from "@/lib/identity/types";

import { readChangedSince } from "./changes";
import { readConferences } from "./conferences";
import { writeMoment } from "./moment";
import { readStandings, standingsFor } from "./standings";
import type { CatchUp, LiveEvent } from "./types";

/**
 * What the viewer is told of their team since a moment of the database's clock, in ms: the standings that changed, at most
 * two hundred, how the conferences are, or that so much changed that looking again is less. Three statements.
 */
export async function readCatchUp(viewer: TeamViewer, since: number): Promise<CatchUp> {
  const { changes, isMany, until } = await readChangedSince(viewer.teamId, since);
  if (isMany) return { until: writeMoment(until), events: [{ kind: "reload" }] };
  const [standings, conferences] = await Promise.all([
    changes.size > 0 ? readOne(viewer, changes) : [],
    readConferences(viewer.teamId, null),
  ]);
  return { until: writeMoment(until), events: [...standings, ...conferences] };
}

async function readOne(
  { teamId, personId }: TeamViewer,
  changes: Parameters<typeof readStandings>[1],
): Promise<LiveEvent[]> {
  return standingsFor(personId, await readStandings(teamId, changes, [personId]), changes);
}
