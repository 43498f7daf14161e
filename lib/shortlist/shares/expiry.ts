import { ok, refuse, type Result } from "@/lib/errors/problem";
import { isDay } from "@/lib/voting/decisions/target";

const DAY = 86_400_000;

/** A link that is to outlive ten years may as well not expire. */
const LONGEST_YEARS = 10;

/** The day so many days after a moment, in UTC: "2026-02-28". */
export function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
}

/**
 * The moment at which a link ends whose last day is `until`: that day's end in UTC; null when it does not expire ("never").
 * Refused is what is no day, and a day that is not after today.
 */
export function expiryOf(until: string, now: Date): Result<Date | null> {
  if (until === "never") return ok(null);
  if (!isDay(until)) return wrong("Choose the last day on which the link works, or let it work for good.");
  const today = now.toISOString().slice(0, 10);
  if (until <= today) return wrong("Choose a day after today: the link works until the end of it.");
  const end = new Date(Date.parse(until) + DAY);
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + LONGEST_YEARS);
  if (end > latest) return wrong(`Choose a day within ${LONGEST_YEARS} years, or let the link work for good.`);
  return ok(end);
}

/** The last day in UTC on which a link works that ends at this moment. */
export function lastDay(end: Date): string {
  return new Date(end.getTime() - 1).toISOString().slice(0, 10);
}

function wrong(message: string): Result<never> {
  return refuse("invalid", message, { fields: { until: message } });
}
