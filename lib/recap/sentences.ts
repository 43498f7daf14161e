export type Sentence = { text: string; start: number };

/** A stop, its closing marks, and a blank; not after an initial, a number or a common abbreviation. Of a long run of stops only the last few matter. */
const STOP =
  /(?<!\b(?:e\.g|i\.e|etc|vs|Dr|Mr|Ms|no|approx|[A-Z]))[.!?]{1,8}["”’')\]*]*(?=\s+["“(*]*[\p{Lu}\p{N}])|\n/gu;

/** The sentences of a text with where each starts. A line break ends a sentence only where the next one begins anew. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (match[0] === "\n" && !(match.index > start && ".:!?)".includes(text.charAt(match.index - 1)))) continue;
    push(sentences, text, start, end);
    start = end;
  }
  push(sentences, text, start, text.length);
  return sentences;
}

function push(sentences: Sentence[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const sentence = raw.trim();
  if (sentence !== "") sentences.push({ text: sentence, start: start + raw.length - raw.trimStart().length });
}
