import { CERTAIN_REASONS } from "../matching";

import type { CandidateMatch } from "./types";

/** Why a match that somebody chose by hand is one. */
export const CHOSEN = "chosen in review";

/** Reasons of a match that can be accepted without a look. */
export const SURE_REASONS: readonly string[] = [...CERTAIN_REASONS, CHOSEN];

/** From which confidences on candidates can be accepted together, the surest first. */
export const CONFIDENCES = [0.95, 0.9, 0.8, 0.5] as const;

/** Below this a candidate deserves a look. */
export const UNSURE = 0.8;

/** Whether a candidate is new or surely the announcement it is matched with; a mere likeness needs a look. */
export function hasSureMatch(match: CandidateMatch | null): boolean {
  return match === null || SURE_REASONS.includes(match.reason ?? "");
}
