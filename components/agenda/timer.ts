/*
 * The time box of one announcement, as arithmetic on moments: what is left is a difference of two of them, so that a slow
 * page or a sleeping tab loses nothing. All in milliseconds.
 */

export type Timer =
  | { state: "running"; endsAt: number }
  /** Held by a person, or left with its announcement and going on when that is shown again. */
  | { state: "held" | "away"; left: number };

const MINUTE = 60_000;

/** The box of an announcement that is shown for the first time. */
export function startTimer(minutes: number, now: number): Timer {
  return { state: "running", endsAt: now + minutes * MINUTE };
}

/** What is left; below nought once the time is over. */
export function timeLeft(timer: Timer, now: number): number {
  return timer.state === "running" ? timer.endsAt - now : timer.left;
}

/** Holds what runs and lets run what is held. */
export function toggleTimer(timer: Timer, now: number): Timer {
  return timer.state === "running" ? { state: "held", left: timer.endsAt - now } : resumed(timer.left, now);
}

/** One minute more; after the end a whole one from now. */
export function addMinute(timer: Timer, now: number): Timer {
  const left = Math.max(0, timeLeft(timer, now)) + MINUTE;
  return timer.state === "running" ? resumed(left, now) : { ...timer, left };
}

/** The announcement is no longer shown. */
export function leaveTimer(timer: Timer, now: number): Timer {
  return timer.state === "running" ? { state: "away", left: timer.endsAt - now } : timer;
}

/** It is shown again: what was held by a person stays so. */
export function returnTimer(timer: Timer, now: number): Timer {
  return timer.state === "away" ? resumed(timer.left, now) : timer;
}

/** Time as a clock shows it, begun seconds counted: 299,100 ms is "5:00", and 42 seconds over is "0:42". */
export function clockOf(left: number): string {
  const seconds = Math.abs(Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A timer as it was stored, or null for what is none. */
export function readTimer(stored: unknown): Timer | null {
  if (typeof stored !== "object" || stored === null || !("state" in stored)) return null;
  if (stored.state === "running" && "endsAt" in stored && isMoment(stored.endsAt)) {
    return { state: "running", endsAt: stored.endsAt };
  }
  const isStill = stored.state === "held" || stored.state === "away";
  return isStill && "left" in stored && isMoment(stored.left)
    ? { state: stored.state === "held" ? "held" : "away", left: stored.left }
    : null;
}

function resumed(left: number, now: number): Timer {
  return { state: "running", endsAt: now + left };
}

function isMoment(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
