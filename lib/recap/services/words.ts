/** A word of a text at UTF-16 offsets into it; `key` is how the gazetteer looks it up. */
export type Word = { text: string; key: string; start: number; end: number };

/** Chinese, Japanese and Korean set names among their own letters without a space: each script is a word of its own. */
const WORD = /[\p{Script=Latin}\p{N}]+|[^\P{L}\p{Script=Latin}]+/gu;

/** The words of a text, letters and digits; everything else parts them. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    key: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
