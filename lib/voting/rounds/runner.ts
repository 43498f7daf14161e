import "server-only";

import { announceEnded, announceEnding, untilNextEnd } from "./clock";

const SECOND = 1000;
/** How often a process looks; sooner when a round ends sooner. */
const LOOK = 30 * SECOND;

// Next loads this file anew when it is edited; the loop of the process goes on.
const holder = globalThis as { debriefRoundClock?: NodeJS.Timeout };

/**
 * Has this process tell people, as the time comes, that a round ends or has ended, until the process ends. Rounds close by
 * their time, with or without it. Several processes on one database tell nobody twice. Safe to call again.
 */
export function startRoundClock(): void {
  if (!holder.debriefRoundClock) plan(5 * SECOND);
}

function plan(wait: number): void {
  const timer = setTimeout(look, wait);
  // The app ends when it is told to, not when the next look is over.
  timer.unref();
  holder.debriefRoundClock = timer;
}

async function look(): Promise<void> {
  let wait = LOOK;
  try {
    await announceEnded();
    await announceEnding();
    const next = await untilNextEnd();
    // A little after the end, so that it has passed.
    if (next !== null) wait = Math.min(LOOK, Math.max(SECOND, next + 100));
  } catch (error) {
    console.error("Ends of rounds could not be announced:", error);
  }
  plan(wait);
}
