const LOCALE = "en-GB";

/** Dates without a zone of their own (a conference's days, a post's date) are read in UTC, where they were stored. */
const DEFAULT_ZONE = "UTC";

/** A moment, or a day in ISO form ("2020-12-18"), which is midnight in UTC. */
export type DateInput = Date | string;

/** A day with its year: "18 Dec 2020". */
export function formatDay(date: DateInput, zone = DEFAULT_ZONE): string {
  return part(date, zone, { day: "numeric", month: "short", year: "numeric" });
}

/** A day for a place that already says the year: "18 Dec". */
export function formatDayOfYear(date: DateInput, zone = DEFAULT_ZONE): string {
  return part(date, zone, { day: "numeric", month: "short" });
}

/** A moment with its zone, always said: "Fri 8 Jan 2021, 17:00 UTC". */
export function formatDateTime(date: DateInput, zone = DEFAULT_ZONE): string {
  const day = part(date, zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).replace(",", "");
  const time = part(date, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" });
  return `${day}, ${time}`;
}

/** A day of these weeks: "Fri 8 Jan". */
export function formatWeekday(date: DateInput, zone = DEFAULT_ZONE): string {
  return weekday(date, zone);
}

/** A moment of these days, with its zone: "Fri 8 Jan, 17:00 GMT". */
export function formatMoment(date: DateInput, zone = DEFAULT_ZONE): string {
  const time = part(date, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" });
  return `${weekday(date, zone)}, ${time}`;
}

/**
 * What clocks of somebody's own zone show at a moment that is said in another one: "18:00", or "Sat 9 Jan, 02:00" when it
 * is another day there. Null when they show the same.
 */
export function formatOwnTime(date: DateInput, saidIn: string, own: string): string | null {
  const [there, here] = [saidIn, own].map((zone) => ({ day: weekday(date, zone), time: clock(date, zone) }));
  if (!there || !here || (there.day === here.day && there.time === here.time)) return null;
  return there.day === here.day ? here.time : `${here.day}, ${here.time}`;
}

/** The days of a conference, without repeating what they share: "29 Nov to 3 Dec 2021", "1 to 18 Dec 2020". */
export function formatDays(from: DateInput, to: DateInput, zone = DEFAULT_ZONE): string {
  const last = formatDay(to, zone);
  const first = formatDay(from, zone);
  if (first === last) return last;
  const shared = sharedEnd(first.split(" "), last.split(" "));
  return `${first
    .split(" ")
    .slice(0, 3 - shared)
    .join(" ")} to ${last}`;
}

function weekday(date: DateInput, zone: string): string {
  return part(date, zone, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
}

function clock(date: DateInput, zone: string): string {
  return part(date, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

function sharedEnd(first: string[], last: string[]): number {
  if (first[2] !== last[2]) return 0;
  return first[1] === last[1] ? 2 : 1;
}

function part(date: DateInput, zone: string, options: Intl.DateTimeFormatOptions): string {
  return formatter({ ...options, timeZone: zone }).format(new Date(date));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one costs a hundred times what using it does; zones and forms are few. */
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(LOCALE, options);
  formatters.set(key, known);
  return known;
}
