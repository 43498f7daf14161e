import "server-only";

import { db } from "@/lib/db/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import type { Round } from "../round-types";

import { localTime, type LocalTime } from "./closing-time";
import { readGround, type Ground } from "./ground";
import { mayBeBlind } from "./terms";

/** Everything the page of a round shows. */
export type RoundPage = {
  round: (Round & { version: number; openedBy: string; openedAt: string }) | null;
  announcements: number;
  members: number;
  hasMarks: boolean;
  /** What the form says at first, and what it may say; null for who may not manage rounds. */
  form: { first: LocalTime & { quorum: number; isBlind: boolean }; mayBeBlind: boolean; hasZone: boolean } | null;
};

/** The round of the viewer's team for a conference, or what one would begin with; null when there is no such conference. */
export async function readRound(viewer: TeamViewer, slug: string): Promise<RoundPage | null> {
  const ground = await readGround(db(), viewer, slug);
  if (!ground) return null;
  const { round, announcements, members, hasMarks } = ground;
  const [opening, zone] = await Promise.all([
    round &&
      db().round.findUnique({
        where: { id: round.id },
        select: { openedAt: true, openedBy: { select: { name: true } } },
      }),
    round ? round.timeZone : lastZone(viewer),
  ]);
  return {
    round: round && opening && { ...round, openedAt: opening.openedAt.toISOString(), openedBy: opening.openedBy.name },
    ...{ announcements, members, hasMarks },
    form: can(viewer, "round.manage")
      ? {
          first: firstTerms(ground, zone ?? "UTC"),
          mayBeBlind: !round || mayBeBlind(round, hasMarks),
          hasZone: zone !== null,
        }
      : null,
  };
}

const WEEK = 7 * 24 * 3_600_000;

/** An open round's own terms; otherwise a week from now at five, with what more than half of the team makes a quorum. */
function firstTerms({ now, round, members }: Ground, zone: string) {
  if (round?.state === "open") {
    return { ...localTime(Date.parse(round.closesAt), zone), quorum: round.quorum, isBlind: round.isBlind };
  }
  const inAWeek = { ...localTime(now.getTime() + WEEK, zone), time: "17:00" };
  const half = Math.floor(members / 2) + 1;
  return { ...inAWeek, quorum: Math.min(round?.quorum ?? half, members), isBlind: round?.isBlind ?? false };
}

/** The zone of the team's last round: where its lead is. */
async function lastZone({ teamId }: TeamViewer): Promise<string | null> {
  const last = await db().round.findFirst({
    where: { teamId },
    orderBy: { openedAt: "desc" },
    select: { timeZone: true },
  });
  return last?.timeZone ?? null;
}
