import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { formatDateTime } from "@/lib/format/date";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { leaseFeed } from "./lease";
import { runCheck } from "./run-check";

const ONE = { select: { id: true, url: true, title: true } } as const;
/** Whoever asks again within this many milliseconds is shown what was just found. */
const JUST_NOW = 20_000;

/** Checks a feed of the team at once, whether it is its time or not, and answers what was found, in words. */
export async function checkFeedNow(viewer: TeamViewer, feedId: string): Promise<Result<{ found: string }>> {
  const permitted = permit(viewer, "feed.manage");
  if (!permitted.ok) return permitted;
  const feed = await findFeed(viewer, feedId);
  if (!feed) return refuseNotFound("feed");
  const now = Date.now();
  if (feed.notBefore && feed.notBefore.getTime() > now) {
    return refuse("rate-limited", `The server there asks to be left alone until ${formatDateTime(feed.notBefore)}.`, {
      retryAfter: Math.ceil((feed.notBefore.getTime() - now) / 1000),
    });
  }
  if (feed.lastCheckedAt && feed.lastError === null && now - feed.lastCheckedAt.getTime() < JUST_NOW) {
    return ok({ found: feed.lastResult });
  }
  const held = await leaseFeed(feed.id);
  const checked = held && (await runCheck(held));
  if (!checked) return refuse("conflict", "This feed is being checked right now. Look again in a moment.");
  return checked.lastError === null ? ok({ found: checked.lastResult }) : refuse("invalid", checked.lastError);
}

/** Stops the checks of a feed by the clock, or starts them again with one at once. What was taken from it stays. */
export async function pauseFeed(
  viewer: TeamViewer,
  feedId: string,
  { isPaused }: { isPaused: boolean },
): Promise<Result<{ isPaused: boolean }>> {
  const permitted = permit(viewer, "feed.manage");
  if (!permitted.ok) return permitted;
  const feed = await findFeed(viewer, feedId);
  if (!feed) return refuseNotFound("feed");
  if (isPaused === (feed.pausedAt !== null)) return ok({ isPaused });
  return db().$transaction(async (tx) => {
    const data = isPaused
      ? { pausedAt: new Date() }
      : { pausedAt: null, nextAt: feed.notBefore ?? new Date(), failures: 0 };
    await tx.feed.update({ where: { id: feed.id, teamId: viewer.teamId }, data, ...ONE });
    const subject = { type: "feed", id: feed.id };
    await recordAudit(tx, {
      viewer,
      action: isPaused ? "feed.paused" : "feed.resumed",
      subject,
      data: { url: feed.url },
    });
    return ok({ isPaused });
  });
}

/**
 * Ends a subscription, with its rules. What waits for review stays in its import, and what was published stays
 * published.
 */
export async function unsubscribe(viewer: TeamViewer, feedId: string): Promise<Result<{ title: string }>> {
  const permitted = permit(viewer, "feed.manage");
  if (!permitted.ok) return permitted;
  if (!z.uuid().safeParse(feedId).success) return refuseNotFound("feed");
  return db().$transaction(async (tx) => {
    const where = { id: feedId, teamId: viewer.teamId };
    const found = await tx.feed.findFirst({ where, select: { url: true, title: true, conferenceId: true } });
    const { count } = await tx.feed.deleteMany({ where });
    if (!found || count === 0) return refuseNotFound("feed");
    await recordAudit(tx, { viewer, action: "feed.unsubscribed", subject: { type: "feed", id: feedId }, data: found });
    return ok({ title: found.title });
  });
}

async function findFeed({ teamId }: TeamViewer, feedId: string) {
  if (!z.uuid().safeParse(feedId).success) return null;
  return db().feed.findFirst({
    where: { id: feedId, teamId },
    select: {
      id: true,
      url: true,
      pausedAt: true,
      notBefore: true,
      lastCheckedAt: true,
      lastResult: true,
      lastError: true,
    },
  });
}
