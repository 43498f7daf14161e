import "server-only";

import { readConferenceHead, type ConferenceHead } from "@/lib/catalogue/conference-head";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import { dayFromNow } from "../decisions/schema";
import { seenTally } from "../sight";

import { decodeAgendaCursor, encodeAgendaCursor, type AgendaKey } from "./cursor";
import { AGENDA_ORDER, agendaRow, agendaTables, SHOWN_COLUMNS, shownJoins, type ShownRow } from "./listed";
import { readLookAgain } from "./look-again";
import { withWords } from "./said";
import {
  AGENDA_PAGE,
  CONTESTED,
  STAYS_MINUTES,
  type AgendaItem,
  type AgendaTotals,
  type LookAgain,
  type UnderQuorum,
} from "./types";

/** Rows of the short list below the agenda. */
const SHOWN_UNDER_QUORUM = 20;

/** What is counted by looking stops here: nobody talks about a thousand. */
const COUNT_LIMIT = 1000;

export type Agenda = {
  head: ConferenceHead;
  items: AgendaItem[];
  /** The number of the first item. */
  first: number;
  /** Cursor of the next page; null on the last. */
  next: string | null;
  totals: AgendaTotals;
  /** Only of a round that is closed: before that people are still marking. */
  underQuorum: UnderQuorum | null;
  /** On the first page alone. */
  lookAgain: LookAgain | null;
};

/**
 * What the viewer's team should talk about of a conference, by disagreement, then number of marks, then title; null when
 * there is no such conference. Twenty from `after` on. What was settled within the hour stays in its place. Next to the head
 * of the conference four statements, five after a round, whatever the number of marks; in a blind round nothing of it
 * depends on what is hidden from the viewer.
 */
export async function readAgenda(
  viewer: TeamViewer,
  conferenceSlug: string,
  { after = null }: { after?: string | null } = {},
): Promise<Agenda | null> {
  const head = await readConferenceHead(viewer, conferenceSlug);
  if (!head) return null;
  const key = decodeAgendaCursor(after);
  const [rows, underQuorum, lookAgain] = await Promise.all([
    readPage(viewer, head.id, key),
    readUnderQuorum(viewer, head),
    key ? null : readLookAgain({ viewer, conferenceId: head.id, today: dayFromNow(0) }),
  ]);
  const page = rows.flatMap((row) => (row.id === null ? [] : [row]));
  const shown = page.slice(0, AGENDA_PAGE);
  const last = page.length > AGENDA_PAGE ? shown.at(-1) : undefined;
  const first = (key?.shown ?? 0) + 1;
  return {
    head,
    items: await withWords(shown.map(agendaRow), viewer),
    first,
    next: last ? encodeAgendaCursor(keyOf(last, first - 1 + shown.length)) : null,
    totals: totalsOf(rows),
    underQuorum,
    lookAgain,
  };
}

/** One row for each announcement of the page, with the totals beside; a row without an announcement when there is none. */
function readPage(viewer: TeamViewer, conferenceId: string, key: AgendaKey | null): Promise<PageRow[]> {
  const settledSince = Prisma.sql`now() - make_interval(mins => ${STAYS_MINUTES}::int)`;
  return db().$queryRaw<PageRow[]>`
    WITH ${agendaTables({ viewer, conferenceId, settledSince })},
    totals AS (
      SELECT count(*)::int AS items, (count(*) FILTER (WHERE lean = 'split'))::int AS split,
        (count(*) FILTER (WHERE lean <> 'split' AND rank >= ${CONTESTED}))::int AS contested,
        coalesce(sum(questions), 0)::int AS questions
      FROM listed WHERE is_open
    ),
    page AS (
      SELECT id, rank FROM listed WHERE ${key ? standsAfter(key) : Prisma.sql`true`}
      ORDER BY ${AGENDA_ORDER} LIMIT ${AGENDA_PAGE + 1}
    )
    SELECT totals.items, totals.split, totals.contested, totals.questions, ${SHOWN_COLUMNS}
    FROM totals LEFT JOIN page ON true ${shownJoins({ viewer })}
    ORDER BY page.rank DESC, marks DESC, announcement.title, page.id`;
}

function standsAfter({ rank, marks, title, id }: AgendaKey): Prisma.Sql {
  return Prisma.sql`(-rank, -marks, title, id) > (${-rank}::float8, ${-marks}::int, ${title}, ${id}::uuid)`;
}

function keyOf({ disagreement, marks, title, id }: ShownRow, shown: number): AgendaKey {
  return { rank: disagreement ?? -1, marks, title, id, shown };
}

function totalsOf([row]: readonly PageRow[]): AgendaTotals {
  const { items = 0, split = 0, contested = 0, questions = 0 } = row ?? {};
  return { items, split, contested, questions };
}

/** What is not on the agenda because too few marked it. Nothing is hidden any more once a round is closed. */
async function readUnderQuorum(viewer: TeamViewer, { id, round }: ConferenceHead): Promise<UnderQuorum | null> {
  if (round?.state !== "closed") return null;
  const settledSince = Prisma.sql`now()`;
  const found = await db().$queryRaw<(UnderQuorum["rows"][number] & { total: number })[]>`
    WITH ${agendaTables({ viewer, conferenceId: id, settledSince })},
    few AS (
      SELECT announcement.id, announcement.slug, announcement.title, coalesce(tally.marks, 0) AS marks
      FROM announcement LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
      WHERE announcement.conference_id = ${id}::uuid AND coalesce(tally.marks, 0) < ${round.quorum}
        AND NOT EXISTS (SELECT FROM listed WHERE listed.id = announcement.id)
        AND NOT EXISTS (
          SELECT FROM decision WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = announcement.id
        )
      LIMIT ${COUNT_LIMIT}
    )
    SELECT slug, title, marks, (count(*) OVER ())::int AS total FROM few
    ORDER BY marks DESC, title, id LIMIT ${SHOWN_UNDER_QUORUM}`;
  const [first] = found;
  if (!first) return null;
  const rows = found.map(({ slug, title, marks }) => ({ slug, title, marks }));
  return { quorum: round.quorum, rows, total: first.total };
}

type PageRow = AgendaTotals & (ShownRow | { id: null });
