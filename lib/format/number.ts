// Numbers are written in English with narrow units, like everything else on the page.
const LOCALE = "en-GB";
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });

/** A count with thousands separated: 1234567 is "1,234,567". Fractions are rounded. */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** A number for a narrow place, to three significant digits: 1164500 is "1.16M", 118000 is "118k". */
export function formatCompact(value: number): string {
  return short.format(value).replace("K", "k");
}

/**
 * A share, 0 to 1, as "64 %". Only nothing is "0 %" and only all is "100 %": what has begun is not shown as nought, and
 * what is nearly done is not shown as done.
 */
export function formatShare(share: number): string {
  return `${wholePercent(share)} %`;
}

/** A share, 0 to 1, in whole percent, rounded as `formatShare` does. */
export function wholePercent(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

/** A count with its noun: "1 comment", "14 comments". The plural adds an s unless it is given. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
