/** Length is what makes a password strong, so it is the only rule. */
export const MIN_PASSWORD = 12;

/** Long enough for any phrase, short enough that hashing it costs no more than any other. */
export const MAX_PASSWORD = 200;
