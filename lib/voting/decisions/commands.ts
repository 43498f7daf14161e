import "server-only";

import type { z } from "zod";

import { followingMerge, holdAnnouncements } from "@/lib/catalogue/merging/standing";
import { db, type Tx } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, refuseInvalid, refuseNotFound, type Problem, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { tellOfDecisions } from "../notices/tell-of-decisions";
import type { Choice } from "../types";

import { changedMeanwhile, isSame, REOPENED_MEANWHILE, settledMeanwhile } from "./meanwhile";
import {
  NO_OWNER,
  reopenSchema,
  settleManySchema,
  settleSchema,
  type ReopenInput,
  type SettleInput,
  type SettleManyInput,
} from "./schema";
import { findMember, readStanding, type Standing } from "./stands";
import { storeDecisions, takeDecision, type Content, type Item } from "./store";

export type Settled = { choice: Choice; reason: string };
export type SettledMany = { choice: Choice; decided: number };

// Five hundred at once touch as many tallies and tell everybody who marked one of them.
const PATIENCE = { maxWait: 10_000, timeout: 30_000 };

/**
 * Settles for the viewer's team what becomes of an announcement, or changes what was settled; marks, the place on the
 * shortlist and how far it is carried out stay as they are. When somebody settled it since the form was filled (`was`),
 * nothing is stored and the conflict says who decided what.
 */
export async function settleDecision(viewer: TeamViewer, input: SettleInput): Promise<Result<Settled>> {
  const permitted = permit(viewer, "decision.settle");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(settleSchema, input, { announcementId: "announcement" });
  if (!parsed.ok) return parsed;
  const { announcementId, was, choice, reason } = parsed.value;
  const settled = await settle(viewer, [{ announcementId, was }], parsed.value);
  return settled.ok ? ok({ choice, reason }) : settled;
}

/**
 * Settles up to five hundred announcements the same, all of them or none: when one was settled or reopened since the form
 * was filled, nothing is stored and the conflict names which.
 */
export async function settleMany(viewer: TeamViewer, input: SettleManyInput): Promise<Result<SettledMany>> {
  const permitted = permit(viewer, "decision.settle");
  if (!permitted.ok) return permitted;
  const parsed = settleManySchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const settled = await settle(viewer, parsed.data.items, parsed.data);
  return settled.ok ? ok({ choice: parsed.data.choice, decided: settled.value }) : settled;
}

/** Thrown to take back what a transaction has stored so far; what it carries is the answer. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

type Wanted = Omit<z.output<typeof settleSchema>, "announcementId" | "was">;

async function settle(viewer: TeamViewer, asked: readonly Item[], wanted: Wanted): Promise<Result<number>> {
  try {
    return ok(await db().$transaction((tx) => settleAll(tx, viewer, asked, wanted), PATIENCE));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

async function settleAll(tx: Tx, viewer: TeamViewer, asked: readonly Item[], wanted: Wanted): Promise<number> {
  const items = await whereTheyAre(tx, asked);
  const content = await contentOf(tx, viewer, wanted);
  const stored = await storeDecisions(tx, viewer, items, content);
  const others = items.filter(({ announcementId }) => !stored.has(announcementId));
  if (others.length > 0) {
    const ids = others.map(({ announcementId }) => announcementId);
    refuseUnlessSame(viewer, others, {
      content,
      stands: await readStanding(tx, viewer, ids),
      isOne: items.length === 1,
    });
  }
  await tellOfDecisions(tx, viewer, { announcementIds: [...stored], choice: content.choice });
  return items.length;
}

/** Each announcement once, where it is now; of two that became one, the one that was named by its own id counts. */
async function whereTheyAre(tx: Tx, asked: readonly Item[]): Promise<Item[]> {
  const found = await holdAnnouncements(
    tx,
    asked.map(({ announcementId }) => announcementId.toLowerCase()),
  );
  const items = new Map<string, Item>();
  for (const { announcementId: given, was } of asked) {
    const id = given.toLowerCase();
    const announcementId = found.get(id);
    if (announcementId === undefined) throw refused(refuseNotFound("announcement"));
    if (announcementId === id || !items.has(announcementId)) items.set(announcementId, { announcementId, was });
  }
  return [...items.values()];
}

/** What is asked for as it is stored: what is adopted has nothing that would reopen it. */
async function contentOf(tx: Tx, viewer: TeamViewer, wanted: Wanted): Promise<Content> {
  const { choice, reason, target, effort, days: effortDays } = wanted;
  const owner = wanted.owner === null ? null : await findMember(tx, viewer, wanted.owner);
  if (wanted.owner !== null && !owner) throw refused(refuse("invalid", NO_OWNER, { fields: { owner: NO_OWNER } }));
  const isAdopted = choice === "adopt";
  const reopenWhen = isAdopted ? "" : wanted.reopenWhen;
  const reopenOn = isAdopted ? null : wanted.reopenOn;
  return { choice, reason, owner, target, effort, effortDays, reopenWhen, reopenOn };
}

type Found = { content: Content; stands: ReadonlyMap<string, Standing>; isOne: boolean };

/** Nothing was stored of these: a double click finds its own decision, anything else is somebody else's or not there. */
function refuseUnlessSame(viewer: TeamViewer, others: readonly Item[], { content, stands, isOne }: Found): void {
  const changed = others.flatMap(({ announcementId, was }) => {
    const standing = stands.get(announcementId);
    if (!standing) throw refused(refuseNotFound("announcement"));
    const { decision } = standing;
    const isMine = decision?.by.personId === viewer.personId || (decision !== null && decision.at === was);
    return decision && isMine && isSame(decision, content) ? [] : [standing];
  });
  const [first] = changed;
  if (!first) return;
  if (!isOne) throw refused(refuse("conflict", changedMeanwhile(changed.map(({ title }) => title))));
  const sentence = first.decision ? settledMeanwhile(first.decision) : REOPENED_MEANWHILE;
  throw refused(refuse("conflict", sentence));
}

function refused(result: Result<never>): Error {
  return result.ok ? new Error("Nothing was refused.") : new Refused(result.problem);
}

/** Opens a settled announcement again and keeps why; reopening what is open changes nothing. */
export async function reopenDecision(viewer: TeamViewer, input: ReopenInput): Promise<Result<null>> {
  const permitted = permit(viewer, "decision.settle");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(reopenSchema, input, { announcementId: "announcement" });
  if (!parsed.ok) return parsed;
  return followingMerge(parsed.value.announcementId, (announcementId) =>
    reopen(viewer, { ...parsed.value, announcementId }),
  );
}

function reopen(viewer: TeamViewer, input: z.output<typeof reopenSchema>): Promise<Result<null>> {
  const { announcementId } = input;
  return db().$transaction(async (tx) => {
    const taken = await takeDecision(tx, viewer, input);
    if (taken) {
      const told = { announcementIds: [announcementId], choice: null, ownerBefore: taken.ownerId };
      await tellOfDecisions(tx, viewer, told);
      return ok(null);
    }
    const standing = (await readStanding(tx, viewer, [announcementId])).get(announcementId);
    if (!standing) return refuseNotFound("announcement");
    return standing.decision ? refuse("conflict", settledMeanwhile(standing.decision)) : ok(null);
  });
}
