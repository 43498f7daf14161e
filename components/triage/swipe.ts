import type { Choice } from "@/lib/voting/types";

/** Pixels moved since the finger came down, to the right and down, and milliseconds it took. */
export type Drag = { x: number; y: number; ms: number };

/** Less than this is a tap, or a hand that trembles. */
const SLACK = 12;

/** From here on letting go marks: a quarter of a phone's width, which no thumb travels by accident. */
export const FAR_ENOUGH = 96;

/** A flick may be shorter, if it is fast: pixels, and pixels a millisecond. */
const FLICK = 56;
const FLICK_SPEED = 0.6;

/** How much straighter than a diagonal a swipe has to be. */
const STRAIGHT = 1.6;

/**
 * Which mark a drag means: right adopt, left ignore, up investigate, or none while it is short or slanted. Up counts only
 * where `canGoUp`, since on the card itself it scrolls.
 */
export function swipeChoice({ x, y }: Drag, canGoUp: boolean): Choice | null {
  const [across, along] = [Math.abs(x), Math.abs(y)];
  if (across > SLACK && across > STRAIGHT * along) return x > 0 ? "adopt" : "ignore";
  return canGoUp && -y > SLACK && along > STRAIGHT * across ? "investigate" : null;
}

/** Whether letting go now marks. */
export function isSwiped(drag: Drag, canGoUp: boolean): boolean {
  const choice = swipeChoice(drag, canGoUp);
  if (!choice) return false;
  const distance = choice === "investigate" ? -drag.y : Math.abs(drag.x);
  return distance >= FAR_ENOUGH || (distance >= FLICK && distance / Math.max(1, drag.ms) >= FLICK_SPEED);
}
