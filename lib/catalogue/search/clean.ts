import { MAX_QUERY_LENGTH } from "../board/filter";

/** A search as it is looked for: without what draws nothing, in one form of its letters, and cut off at its limit. */
export function cleanQuery(typed: string): string {
  const printable = typed.replace(/[\p{Cc}\p{Cs}]+/gu, " ").normalize("NFC");
  return Array.from(printable).slice(0, MAX_QUERY_LENGTH).join("").trim();
}
