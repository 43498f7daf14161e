import { formatTarget, parseTarget, quarterOf } from "./target";

/** This quarter and the five after it, as people read them: "Q1 2021". */
export function quartersFrom(now: Date, count = 6): string[] {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return Array.from({ length: count }, (_, ahead) => {
    const day = new Date(Date.UTC(year, month + 3 * ahead, 1)).toISOString().slice(0, 10);
    const target = parseTarget(quarterOf(day));
    return target ? formatTarget(target) : day;
  });
}
