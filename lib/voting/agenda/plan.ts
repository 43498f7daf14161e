import { isSlug } from "@/lib/text/slug";

/*
 * Where a meeting stands. All of it is in the address, so that a reload, a second screen and a colleague see the same, and
 * every step is a link.
 */

/** Longer lists are two meetings: at five minutes each these fifty take four hours. */
export const MEETING_LENGTH = 50;

export const DEFAULT_MINUTES = 5;
export const MAX_MINUTES = 60;

export type MeetingPlan = {
  /** Minutes for each announcement. */
  minutes: number;
  /** When the meeting began, ISO 8601 by the database's clock: what was settled since belongs to it. */
  since: string;
  /** The slug of the announcement that is talked about; null is the first that is open. */
  at: string | null;
  /** Slugs of those that were put off. */
  later: string[];
  isOver: boolean;
};

type Fields = Readonly<Record<string, string | string[] | undefined>>;

/** A plan from an address. `since` is null when the address does not say when the meeting began, or says nonsense. */
export function parsePlan(fields: Fields): Omit<MeetingPlan, "since"> & { since: string | null } {
  const since = typeof fields.since === "string" && ISO.test(fields.since) ? new Date(fields.since) : null;
  const at = typeof fields.at === "string" && isSlug(fields.at) ? fields.at : null;
  const later = typeof fields.later === "string" ? fields.later.split(",").filter(isSlug) : [];
  return {
    minutes: parseMinutes(fields.minutes),
    since: since && !Number.isNaN(since.valueOf()) ? since.toISOString() : null,
    at,
    later: [...new Set(later)].slice(0, MEETING_LENGTH),
    isOver: fields.over === "1",
  };
}

/** Whole minutes from 1 to 60; five for anything else. */
export function parseMinutes(typed: unknown): number {
  const minutes = typeof typed === "string" && /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return minutes >= 1 && minutes <= MAX_MINUTES ? minutes : DEFAULT_MINUTES;
}

/** The query string of a plan, without "?"; `parsePlan` reads it back. */
export function planQuery({ minutes, since, at, later, isOver }: MeetingPlan): string {
  const query = new URLSearchParams({ minutes: String(minutes), since });
  if (later.length > 0) query.set("later", later.join(","));
  if (isOver) query.set("over", "1");
  else if (at !== null) query.set("at", at);
  return query.toString();
}

/** One announcement of a meeting, as far as going through it needs. */
export type Step = { slug: string; isSettled: boolean };

/** Where a meeting goes from `slug` when that one is done with: to the next that is open, from the top after the last. */
export function nextOpen(steps: readonly Step[], slug: string | null, later: readonly string[]): string | null {
  const here = steps.findIndex((step) => step.slug === slug);
  const around = [...steps.slice(here + 1), ...steps.slice(0, Math.max(0, here))];
  return around.find((step) => !step.isSettled && !later.includes(step.slug))?.slug ?? null;
}

/** The plan once the announcement talked about is settled, or put off: at the next that is open, else over. */
export function movedOn(plan: MeetingPlan, steps: readonly Step[], done: "settled" | "later"): MeetingPlan {
  const put =
    done === "later" && plan.at !== null ? [...plan.later, plan.at] : plan.later.filter((one) => one !== plan.at);
  const later = [...new Set(put)];
  const at = nextOpen(steps, plan.at, later);
  return { ...plan, later, at, isOver: at === null };
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
