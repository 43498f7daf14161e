import "server-only";

import type { TeamViewer } from "@/lib/identity/types";

import { oneDecided } from "./decided-sentence";
import type { Notice } from "./kinds";
import { unseenNotices } from "./queries";
import { noticeSentence } from "./sentence";

/** A notice as a page draws it. */
export type NoticeLine = {
  id: string;
  text: string;
  /** The closing time it tells, to be said in the reader's zone too. */
  closing: { at: string; zone: string } | null;
  /** The conference, where the page belongs to none; and what is left to mark there. */
  conference: { slug: string; name: string } | null;
  left: number;
  /** Where to read what was decided, by slug: the one announcement, or where there are several its conference. */
  decided: { announcement: string | null; conference: string | null } | null;
};

/** The viewer's unseen notices for the team's page, or for the pages of one conference, newest first. */
export async function noticeLines(viewer: TeamViewer, conference: string | null = null): Promise<NoticeLine[]> {
  const notices = await unseenNotices(viewer, conference);
  return notices.map((notice) => ({
    id: notice.id,
    text: noticeSentence(notice, { isNamed: conference === null }),
    closing: closingOf(notice),
    conference: conference === null ? notice.conference : null,
    left: notice.left,
    decided: decidedOf(notice),
  }));
}

function decidedOf(notice: Notice): NoticeLine["decided"] {
  if (notice.kind !== "decided") return null;
  return { announcement: oneDecided(notice.data)?.slug ?? null, conference: notice.conference?.slug ?? null };
}

function closingOf(notice: Notice): NoticeLine["closing"] {
  if (!("closesAt" in notice.data)) return null;
  return { at: notice.data.closesAt, zone: notice.data.timeZone };
}
