import { formatCount } from "@/lib/format/number";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** How long there is until a moment, in its largest whole unit: "4 days left", "5 hours left"; null once it has passed. */
export function timeLeft(until: string, now: string): string | null {
  const left = Date.parse(until) - Date.parse(now);
  if (left <= 0) return null;
  if (left < HOUR) return `${formatCount(Math.max(1, Math.floor(left / MINUTE)), "minute")} left`;
  if (left < 2 * DAY) return `${formatCount(Math.floor(left / HOUR), "hour")} left`;
  return `${formatCount(Math.floor(left / DAY), "day")} left`;
}
