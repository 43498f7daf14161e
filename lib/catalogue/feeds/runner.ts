import "server-only";

import { leaseDueFeeds, type LeasedFeed } from "./lease";
import { runCheck } from "./run-check";

const SECOND = 1000;
/** How often a process looks for feeds whose time has come. */
const LOOK = 30 * SECOND;
/** How many a process checks at once; the rest are the next process's, or this one's when it is done. */
const AT_ONCE = 3;

// Next loads this file anew when it is edited; the loop of the process goes on.
const holder = globalThis as { debriefFeedChecks?: NodeJS.Timeout };

/**
 * Has this process check feeds as their time comes, until it ends. Several processes on one database share the work. Safe
 * to call again.
 */
export function startFeedChecks(): void {
  if (!holder.debriefFeedChecks) plan(5 * SECOND);
}

/** Checks the feeds whose time has come, a few at once, and gives how many there were. */
export async function checkDueFeeds(): Promise<number> {
  const held = await leaseDueFeeds(AT_ONCE);
  await Promise.all(held.map(checkOne));
  return held.length;
}

function plan(wait: number): void {
  // Processes that were started together do not look at the same moment.
  const timer = setTimeout(look, wait * (0.9 + 0.2 * Math.random()));
  // The app ends when it is told to, not when the next check is over; a feed that was held is free again after its lease.
  timer.unref();
  holder.debriefFeedChecks = timer;
}

async function look(): Promise<void> {
  let found = 0;
  try {
    found = await checkDueFeeds();
  } catch (error) {
    console.error("Feeds could not be checked:", error);
  }
  plan(found === AT_ONCE ? SECOND : LOOK);
}

async function checkOne(feed: LeasedFeed): Promise<void> {
  try {
    await runCheck(feed);
  } catch (error) {
    // The lease ends by itself, and the feed is tried again.
    console.error(`The feed ${feed.url} could not be checked:`, error);
  }
}
