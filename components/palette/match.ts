import type { PaletteEntry } from "./types";

/** The entries that every typed word begins a word of, those whose label begins with what is typed first. */
export function matching(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [...entries];
  const found = entries.filter(({ label, detail = "", words: more = "" }) => {
    const known = wordsOf(`${label} ${detail} ${more}`);
    return words.every((word) => known.some((one) => one.startsWith(word)));
  });
  const begins = ({ label }: PaletteEntry) => wordsOf(label).join(" ").startsWith(words.join(" "));
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))];
}

/** Lower case, without accents; what is neither letter nor digit parts words. */
function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
