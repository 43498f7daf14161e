import type { Outcome } from "./pair";

/** Where bins of confidence start; the last ends at 1 and holds it. */
const STARTS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/** Candidates whose confidence is at least `from` and below `to`, and how many of them are announcements. */
export type Bin = { from: number; to: number; candidates: number; right: number; meanConfidence: number | null };

export type Calibration = {
  bins: Bin[];
  /** The mean distance between what candidates are said to be and are, weighted by their number; null without any. */
  error: number | null;
};

/** How far the reader's confidence can be taken at its word. Optional labels that were found count neither way. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const candidates = outcomes.flatMap(({ right, extra }) => [
    ...right.map(({ candidate }) => ({ confidence: candidate.confidence, isRight: true })),
    ...extra.map(({ candidate }) => ({ confidence: candidate.confidence, isRight: false })),
  ]);
  const bins = STARTS.map((from, index): Bin => {
    const to = STARTS[index + 1] ?? 1;
    const inside = candidates.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
    const right = inside.filter(({ isRight }) => isRight).length;
    const meanConfidence = inside.length === 0 ? null : sum / inside.length;
    return { from, to, candidates: inside.length, right, meanConfidence };
  });
  return { bins, error: errorOf(bins) };
}

function errorOf(bins: readonly Bin[]): number | null {
  const all = bins.reduce((total, bin) => total + bin.candidates, 0);
  if (all === 0) return null;
  const off = bins.reduce((total, bin) => total + Math.abs((bin.meanConfidence ?? 0) * bin.candidates - bin.right), 0);
  return off / all;
}
