import type { Tally } from "./types";

/**
 * How much a team disagrees, 0 to 1; null while nobody has marked. It is 0 when everybody marked the same and 1 when the
 * team is halved between adopt and ignore: the variance of the marks, with adopt at 1, investigate at 0 and ignore at −1.
 * A variance on [−1, 1] is at most 1. Source of the bound: T. Popoviciu, "Sur les équations algébriques ayant toutes
 * leurs racines réelles", Mathematica (Cluj) 9 (1935), 129–145. The database keeps the same in `tally.disagreement`.
 */
export function disagreement({ adopt, investigate, ignore }: Tally): number | null {
  const marks = adopt + investigate + ignore;
  if (marks === 0) return null;
  const mean = (adopt - ignore) / marks;
  return (adopt + ignore) / marks - mean * mean;
}
