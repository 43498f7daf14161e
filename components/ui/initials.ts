const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The first letters of a name's first and last word, in capitals; a letter with its accents or an emoji is one. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last].map(firstLetter).join("").toUpperCase();
}

function firstLetter(word: string | undefined): string {
  const [first] = graphemes.segment(word ?? "");
  return first?.segment ?? "";
}
