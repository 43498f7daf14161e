/** Lines on the page of a link; its files have them all. */
export const SHOWN_LINES = 200;

/** Decisions on the page of a feed, which is about what is new. */
export const SHOWN_DECISIONS = 20;
