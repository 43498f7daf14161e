import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { announce } from "./announce";
import { readGround, type Ground } from "./ground";
import {
  closeRoundSchema,
  openRoundSchema,
  setRoundSchema,
  type CloseRoundInput,
  type OpenRoundInput,
  type SetRoundInput,
} from "./schema";
import { changedMeanwhile, closedMeanwhile, ROUND_GONE, roundThere } from "./sentences";
import { insertRound, stopRound, updateRound } from "./store";
import { isRunAs, termsOf, type Terms } from "./terms";

/** What stands now, and how many others were told of it. */
export type RoundSet = {
  /** ISO 8601, UTC. */
  closesAt: string;
  timeZone: string;
  /** Whether clocks show the closing time twice that night; the later one holds. */
  isSecond: boolean;
  told: number;
};

/** Opens a round of the viewer's team for a conference that has none yet. The same again changes nothing. */
export async function openRound(viewer: TeamViewer, input: OpenRoundInput): Promise<Result<RoundSet>> {
  const permitted = permit(viewer, "round.manage");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(openRoundSchema, input, { conference: "conference" });
  if (!parsed.ok) return parsed;
  return onGround(viewer, parsed.value.conference, async (tx, ground) => {
    const terms = termsOf(parsed.value, { ...ground, round: null });
    if (!terms.ok) return terms;
    const made = ground.round ? null : await insertRound(tx, viewer, ground, terms.value);
    if (made)
      return set(terms.value, await announce(tx, { viewer, ground, kind: "opened", ...made, terms: terms.value }));
    // A double click finds its own round; anything else was there before.
    const stands = (await readGround(tx, viewer, ground.conference.slug))?.round;
    if (!stands) return refuse("conflict", ROUND_GONE);
    const isSame = stands.state === "open" && isRunAs(stands, terms.value);
    return isSame ? set(terms.value, 0) : refuse("conflict", roundThere(stands));
  });
}

/**
 * Changes an open round: its closing time, its quorum, and hidden marks to visible ones. When it was changed since the
 * form was filled (`was`), or has closed, nothing is stored and the conflict says what stands.
 */
export async function changeRound(viewer: TeamViewer, input: SetRoundInput): Promise<Result<RoundSet>> {
  return setRound(viewer, input, "changed");
}

/** Opens a closed round again, until a new closing time; what was marked stays. Conflicts as with `changeRound`. */
export async function reopenRound(viewer: TeamViewer, input: SetRoundInput): Promise<Result<RoundSet>> {
  return setRound(viewer, input, "reopened");
}

/** Closes an open round before its time; closing a closed one changes nothing. Conflicts as with `changeRound`. */
export async function closeRound(viewer: TeamViewer, input: CloseRoundInput): Promise<Result<{ told: number }>> {
  const permitted = permit(viewer, "round.manage");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(closeRoundSchema, input, { conference: "conference" });
  if (!parsed.ok) return parsed;
  return onGround(viewer, parsed.value.conference, async (tx, ground) => {
    const { round } = ground;
    if (!round) return refuseNotFound("round");
    const stopped = await stopRound(tx, round.id, parsed.value.was);
    if (stopped) return ok({ told: await announce(tx, { viewer, ground, kind: "closed", ...stopped }) });
    const stands = (await readGround(tx, viewer, ground.conference.slug))?.round;
    if (!stands) return refuse("conflict", ROUND_GONE);
    return stands.state === "closed" ? ok({ told: 0 }) : refuse("conflict", changedMeanwhile(stands));
  });
}

async function setRound(
  viewer: TeamViewer,
  input: SetRoundInput,
  kind: "changed" | "reopened",
): Promise<Result<RoundSet>> {
  const permitted = permit(viewer, "round.manage");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(setRoundSchema, input, { conference: "conference" });
  if (!parsed.ok) return parsed;
  return onGround(viewer, parsed.value.conference, async (tx, ground) => {
    const { round } = ground;
    if (!round) return refuseNotFound("round");
    const terms = termsOf(parsed.value, ground);
    if (!terms.ok) return terms;
    const isOpen = kind === "changed";
    const stored = await updateRound(tx, { id: round.id, was: parsed.value.was, isOpen }, terms.value);
    if (stored) return set(terms.value, await announce(tx, { viewer, ground, kind, ...stored, terms: terms.value }));
    return notStored(tx, viewer, ground, { kind, terms: terms.value });
  });
}

/** Nothing was stored: a double click finds what it wanted; anything else was changed, or has closed, meanwhile. */
async function notStored(
  tx: Tx,
  viewer: TeamViewer,
  ground: Ground,
  wanted: { kind: "changed" | "reopened"; terms: Terms & { isSecond: boolean } },
): Promise<Result<RoundSet>> {
  const stands = (await readGround(tx, viewer, ground.conference.slug))?.round;
  if (!stands) return refuse("conflict", ROUND_GONE);
  if (stands.state === "open" && isRunAs(stands, wanted.terms)) return set(wanted.terms, 0);
  if (stands.state === "closed" && wanted.kind === "changed") return refuse("conflict", closedMeanwhile(stands));
  return refuse("conflict", changedMeanwhile(stands));
}

function set({ closesAt, timeZone, isSecond }: Terms & { isSecond: boolean }, told: number): Result<RoundSet> {
  return ok({ closesAt: closesAt.toISOString(), timeZone, isSecond, told });
}

/** In one transaction, whose statements all see the same clock. */
function onGround<T>(
  viewer: TeamViewer,
  slug: string,
  act: (tx: Tx, ground: Ground) => Promise<Result<T>>,
): Promise<Result<T>> {
  return db().$transaction(async (tx) => {
    const ground = await readGround(tx, viewer, slug);
    return ground ? act(tx, ground) : refuseNotFound("conference");
  });
}
