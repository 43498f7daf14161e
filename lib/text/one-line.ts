/**
 * A name or title as it is stored: on one line, with single spaces and without what draws nothing. PostgreSQL stores no
 * NUL, and a lone surrogate is no text.
 */
export function oneLine(typed: string): string {
  return typed.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, " ").trim();
}
