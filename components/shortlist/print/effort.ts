import { formatCount, formatNumber } from "@/lib/format/number";

/** Working days, to half a day: "12 days", "2.5 days". */
export function daysText(days: number): string {
  const whole = Math.floor(days);
  return days === whole ? formatCount(whole, "day") : `${formatNumber(whole)}.5 days`;
}
