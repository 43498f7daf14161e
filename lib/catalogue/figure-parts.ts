/** A figure in two: what is scanned ("up to 40 %") and what it is about ("better price-performance"). */
export type FigureParts = { figure: string; about: string };

const HEDGE = "(?:(?:at least|at most|up to|about|over|under|more than|less than|from)\\s+)*";
const NUMBER = "[$€£]?\\d[\\d.,]*";
const UNIT =
  "(?:\\s?(?:%|×|[kKMGTPE]i?B(?:/s)?|Gbps|Mbps|ms|µs|IOPS|vCPUs?|times|(?:milli|micro)?seconds?|minutes?|hours?|days?|weeks?)(?![\\p{L}\\d]))?";
const LEADING = new RegExp(`^(${HEDGE}${NUMBER}(?:\\s+to\\s+${NUMBER})?${UNIT})(?:\\s+(.*))?$`, "u");

/** Splits a figure's text after its number and unit; a text that starts with no number has no figure apart. */
export function figureParts(text: string): FigureParts {
  const [, figure, about = ""] = LEADING.exec(text) ?? [];
  return figure === undefined ? { figure: "", about: text } : { figure, about };
}
