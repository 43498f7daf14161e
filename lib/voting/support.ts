import type { Tally } from "./types";

/** The 97.5 % quantile of the standard normal distribution: two-sided 95 % confidence. */
const Z = 1.959963984540054;

/**
 * How well supported adopting is, 0 to 1: the lower bound of the 95 % Wilson score interval for the share of adopts among
 * the marks, 0 when there are none. Three of three (0.44) therefore rank below nine of ten (0.60): few marks prove little.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927), 209–212.
 */
export function adoptSupport({ adopt, investigate, ignore }: Tally): number {
  const marks = adopt + investigate + ignore;
  if (adopt === 0) return 0;
  const share = adopt / marks;
  const z2 = Z * Z;
  const centre = share + z2 / (2 * marks);
  const margin = Z * Math.sqrt((share * (1 - share) + z2 / (4 * marks)) / marks);
  return Math.max(0, (centre - margin) / (1 + z2 / marks));
}
