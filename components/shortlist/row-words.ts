import { formatDay, formatDayOfYear } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { DecidedRow, ShortlistTotals } from "@/lib/shortlist/page/types";

/** Days of work as they are written, to a tenth: "12 d", "4.5 d", "1,200 d". */
export function daysWords(days: number): string {
  const tenths = Math.round(days * 10);
  const rest = tenths % 10;
  return `${formatNumber((tenths - rest) / 10)}${rest > 0 ? `.${rest}` : ""} d`;
}

/** Since when a target is over while the work still goes on: "31 Mar", with the year where it is not this one. */
export function overdueSince({ target, delivery }: Pick<DecidedRow, "target" | "delivery">, today: string) {
  const goesOn = delivery === "planned" || delivery === "started";
  if (!target || !goesOn || target.on >= today) return null;
  return target.on.slice(0, 4) === today.slice(0, 4) ? formatDayOfYear(target.on) : formatDay(target.on);
}

/** What became of everything that is listed: "6 decided · 2 started · 1 done · 0 dropped". */
export function progressWords({ decided, deliveries }: Pick<ShortlistTotals, "decided" | "deliveries">): string {
  const { started, done, dropped } = deliveries;
  const parts = [`${formatNumber(decided)} decided`, `${formatNumber(started)} started`];
  return [...parts, `${formatNumber(done)} done`, `${formatNumber(dropped)} dropped`].join(" · ");
}

/** What the sum of days leaves out: "no days said on 2"; null where nothing does. */
export function leftOutWords({ withoutDays, withoutEffort }: Pick<ShortlistTotals, "withoutDays" | "withoutEffort">) {
  if (withoutDays === 0) return null;
  return withoutDays === withoutEffort
    ? `no effort said on ${formatNumber(withoutDays)}`
    : `no days said on ${formatNumber(withoutDays)}`;
}

/** How many there are of each size: "3 S, 2 M"; empty where none is said. */
export function effortsWords({ efforts }: Pick<ShortlistTotals, "efforts">): string {
  return Object.entries(efforts)
    .flatMap(([effort, count]) => (count > 0 ? `${formatNumber(count)} ${effort}` : []))
    .join(", ");
}
