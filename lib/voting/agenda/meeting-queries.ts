import "server-only";

import { readConferenceHead, type ConferenceHead } from "@/lib/catalogue/conference-head";
import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import { AGENDA_ORDER, agendaRow, agendaTables, SHOWN_COLUMNS, shownJoins, type ShownRow } from "./listed";
import { MEETING_LENGTH } from "./plan";
import { withWords } from "./said";
import type { AgendaItem } from "./types";

/** One announcement of a meeting; the decision is one of this meeting. */
export type MeetingStep = Pick<AgendaItem, "id" | "slug" | "title" | "marks" | "tally" | "lean" | "decision">;

export type Meeting = {
  head: ConferenceHead;
  /** Now, by the database's clock; ISO 8601. */
  at: string;
  /** The first fifty, in the order of the agenda. */
  steps: MeetingStep[];
  /** How many more the agenda has than one meeting takes. */
  more: number;
  /** What is talked about: what the plan names, else the first that is open. */
  current: AgendaItem | null;
  /** The address of the team's announcements, to which "/" and a slug are added. */
  announcements: string;
};

type Wanted = {
  /** When the meeting began; null for one that begins now. */
  since: string | null;
  at: string | null;
  later: readonly string[];
};

/**
 * A meeting of the viewer's team over a conference's agenda, with what was settled since it began; null when there is no such
 * conference. What the plan names stays, although marks that changed since would not put it there. Next to the head of the
 * conference three statements.
 */
export async function readMeeting(viewer: TeamViewer, conferenceSlug: string, wanted: Wanted): Promise<Meeting | null> {
  const head = await readConferenceHead(viewer, conferenceSlug);
  if (!head) return null;
  const found = await readSteps(viewer, head.id, wanted);
  const rows = found.flatMap((row) => (row.id === null ? [] : [agendaRow(row)]));
  const current =
    rows.find(({ slug }) => slug === wanted.at) ??
    rows.find(({ slug, decision }) => !decision && !wanted.later.includes(slug));
  const [item] = await withWords(current ? [current] : [], viewer);
  return {
    head,
    at: (found[0]?.at ?? new Date()).toISOString(),
    steps: rows.map(({ id, slug, title, marks, tally, lean, decision }) => ({
      id,
      slug,
      title,
      marks,
      tally,
      lean,
      decision,
    })),
    more: Math.max(0, (found[0]?.total ?? 0) - rows.length),
    current: item ?? null,
    announcements: `${config().url}/teams/${viewer.teamSlug}/announcements`,
  };
}

/** One row for each step, with the clock and the total beside; a row without a step when there is none. */
function readSteps(viewer: TeamViewer, conferenceId: string, { since, at, later }: Wanted): Promise<StepRow[]> {
  const settledSince = Prisma.sql`coalesce(${since}::timestamptz, now())`;
  const kept = at === null ? later : [at, ...later];
  return db().$queryRaw<StepRow[]>`
    WITH ${agendaTables({ viewer, conferenceId, settledSince, kept })},
    totals AS (SELECT count(*)::int AS total, now() AS at FROM listed),
    page AS (SELECT id, rank FROM listed ORDER BY ${AGENDA_ORDER} LIMIT ${MEETING_LENGTH})
    SELECT totals.total, totals.at, ${SHOWN_COLUMNS}
    FROM totals LEFT JOIN page ON true ${shownJoins({ viewer })}
    ORDER BY page.rank DESC, marks DESC, announcement.title, page.id`;
}

type StepRow = { total: number; at: Date } & (ShownRow | { id: null });
