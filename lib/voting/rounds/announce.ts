import "server-only";

import type { Tx } from "@/lib/db/client";
import { recordAudit } from "@/lib/identity/audit";
import type { TeamViewer } from "@/lib/identity/types";

import type { NoticeContent } from "../notices/kinds";
import { tellPeople } from "../notices/tell";

import type { Ground } from "./ground";
import type { Terms } from "./terms";

type Done = { viewer: TeamViewer; ground: Ground; id: string; version: number } & (
  { kind: "opened" | "changed" | "reopened"; terms: Terms } | { kind: "closed"; closedAt: Date }
);

/**
 * Writes down what a lead did with a round and tells the other members, once; gives how many are told. A quorum that
 * changes concerns nobody who marks, and is not told.
 */
export async function announce(tx: Tx, done: Done): Promise<number> {
  const { viewer, ground, id, version, kind } = done;
  const subject = { type: "round", id };
  await recordAudit(tx, { viewer, action: `round.${kind}`, subject, data: auditData(done) });
  const content = contentOf(done);
  if (!content) return 0;
  return tellPeople(tx, {
    ...content,
    teamId: viewer.teamId,
    actorId: viewer.personId,
    conferenceId: ground.conference.id,
    subject,
    event: `round/${id}/${version}/${kind}`,
  });
}

function auditData({ ground: { conference, round }, ...done }: Done) {
  const { name, slug } = conference;
  if (done.kind === "closed") return { conference: { name, slug }, closedAt: done.closedAt.toISOString() };
  const { closesAt, timeZone, quorum, isBlind } = done.terms;
  return {
    conference: { name, slug },
    is: { closesAt: closesAt.toISOString(), timeZone, quorum, isBlind },
    was: round && { closesAt: round.closesAt, timeZone: round.timeZone, quorum: round.quorum, isBlind: round.isBlind },
  };
}

function contentOf(done: Done): NoticeContent | null {
  const { round } = done.ground;
  if (done.kind === "closed") {
    const data = { closedAt: done.closedAt.toISOString(), timeZone: round?.timeZone ?? "UTC" };
    return { kind: "round-closed", data };
  }
  const { closesAt, timeZone, isBlind } = done.terms;
  const closing = { closesAt: closesAt.toISOString(), timeZone };
  if (done.kind === "opened") return { kind: "round-opened", data: { ...closing, isBlind } };
  if (done.kind === "reopened" || !round) return { kind: "round-reopened", data: { ...closing, isBlind } };
  const moved = movedFrom(Date.parse(round.closesAt), closesAt.getTime());
  const isLifted = round.isBlind && !isBlind;
  return moved === null && !isLifted ? null : { kind: "round-changed", data: { ...closing, moved, isLifted } };
}

function movedFrom(before: number, now: number): "later" | "earlier" | null {
  if (now === before) return null;
  return now > before ? "later" : "earlier";
}
