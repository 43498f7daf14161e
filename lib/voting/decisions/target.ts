import { formatDay } from "@/lib/format/date";

import type { Target } from "./decision";

/**
 * What somebody wrote as a target: a day ("2021-03-15") or a quarter ("2021-Q1", "Q1 2021", "q1/2021"), which means its
 * last day. Undefined for anything else; years are those of four digits from 2000 on.
 */
export function parseTarget(text: string): Target | undefined {
  const quarter = /^(?:(?<first>2\d{3})[\s/-]*Q(?<of>[1-4])|Q(?<or>[1-4])[\s/-]*(?<last>2\d{3}))$/i.exec(text.trim());
  if (quarter?.groups) {
    const { first, of, or, last } = quarter.groups;
    return { on: endOfQuarter(Number(first ?? last), Number(of ?? or)), isQuarter: true };
  }
  return isDay(text.trim()) ? { on: text.trim(), isQuarter: false } : undefined;
}

/** A target as people read it: "Q1 2021" or "15 Mar 2021". */
export function formatTarget({ on, isQuarter }: Target): string {
  return isQuarter ? quarterOf(on).replace(/^(\d{4})-(Q\d)$/, "$2 $1") : formatDay(on);
}

/** A target as `parseTarget` reads it and addresses carry it: "2021-Q1" or "2021-03-15". */
export function targetText({ on, isQuarter }: Target): string {
  return isQuarter ? quarterOf(on) : on;
}

/** The quarter a day lies in: "2021-Q1". */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Whether a text is a day of the calendar, YYYY-MM-DD, from the year 2000 on. */
export function isDay(text: string): boolean {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function endOfQuarter(year: number, quarter: number): string {
  return new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
}
