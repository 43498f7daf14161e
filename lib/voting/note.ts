/**
 * A note says why, beside a mark; an argument that needs more belongs in the thread. 4,000 characters are two printed
 * pages, and keep a page that shows everybody's notes within reason.
 */
export const MAX_NOTE_LENGTH = 4_000;

// Everything that draws nothing, tab and line feed apart; lone surrogates are no text and PostgreSQL stores no NUL.
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Cs}]/gu;

/** A note as it is stored and compared: one form of line break and of accents, nothing unprintable, trimmed. */
export function cleanNote(typed: string): string {
  return typed.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "").normalize("NFC").trim();
}

/** Characters as a person counts them, near enough: code points, so that most emoji are one. */
export function noteLength(note: string): number {
  return Array.from(note).length;
}
