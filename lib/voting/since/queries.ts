import "server-only";

import type { TeamViewer } from "@/lib/identity/types";

import { readAnnounced, readAuditedEvents, readComments, readEndedRounds, readMarkEvents } from "./events";
import { announcedLines, auditedLines, commentLines, endedLines } from "./lines";
import { markLines } from "./marks";
import type { Since } from "./types";
import { sinceWhen } from "./visit";

/** What is read at a glance, and what is there for whoever wants to know. */
const LINES = 20;
const ALL_LINES = 100;

/**
 * What others did in the viewer's team since the viewer was on its page, newest first, twenty lines or a hundred. Nothing
 * of what is hidden from the viewer; five statements side by side, none of which looks at what happened before.
 */
export async function readSince(viewer: TeamViewer, { isAll = false }: { isAll?: boolean } = {}): Promise<Since> {
  const since = await sinceWhen(viewer);
  if (!since) return { since: null, lines: [], hasEarlier: false };
  const window = { viewer, since };
  const [marks, audited, ended, comments, announced] = await Promise.all([
    readMarkEvents(window),
    readAuditedEvents(window),
    readEndedRounds(window),
    readComments(window),
    readAnnounced(window),
  ]);
  const lines = [
    ...markLines(marks),
    ...auditedLines(audited, viewer.personId),
    ...endedLines(ended),
    ...commentLines(comments),
    ...announcedLines(announced),
  ].sort((one, other) => other.at.localeCompare(one.at));
  const shown = isAll ? ALL_LINES : LINES;
  return { since: since.toISOString(), lines: lines.slice(0, shown), hasEarlier: !isAll && lines.length > shown };
}
