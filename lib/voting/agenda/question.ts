/** Longer questions are read in the thread; two lines of the page. */
const SHOWN_LENGTH = 280;

// What may stand between a question mark and the space after it.
const CLOSING = String.raw`[\]"'”’»)*_~]*`;

/** The end of a sentence that asks. After "/" it is the empty query of an address; the full-width mark needs no space. */
const ASKED_END = new RegExp(String.raw`[^ \t/?]\?+${CLOSING}(?=[ \t]|$)|[？؟]`, "g");

/** The end of any sentence, after which the next one begins. */
const SENTENCE_END = new RegExp(String.raw`[.!?…]${CLOSING}[ \t]+|[。！？؟][ \t]*`, "g");

const QUOTED = /^[ \t]*>/;
const LEADING_MARKUP = /^[ \t]*(?:(?:[-*+]|\d+[.)]|#{1,6})[ \t]+)*/;

/**
 * The last sentence of a comment that asks something, in one line, or null when none does. A sentence asks when it ends with
 * a question mark; lines that are quoted with ">" are somebody else's. `asks` of the database draws the same line.
 */
export function questionIn(body: string): string | null {
  for (const line of body.split("\n").toReversed()) {
    const asked = QUOTED.test(line) ? null : lastAsked(line);
    if (asked) return shortened(asked);
  }
  return null;
}

function lastAsked(line: string): string | null {
  const end = [...line.matchAll(ASKED_END)].at(-1);
  if (!end) return null;
  const before = line.slice(0, end.index);
  const start = [...before.matchAll(SENTENCE_END)].at(-1);
  const sentence = line.slice(start ? start.index + start[0].length : 0, end.index + end[0].length);
  return sentence.replace(LEADING_MARKUP, "").replaceAll(/\s+/g, " ").trim();
}

/** What is asked stands at the end, so the beginning is what is left out. */
function shortened(sentence: string): string {
  const characters = Array.from(sentence);
  if (characters.length <= SHOWN_LENGTH) return sentence;
  return `…${characters.slice(1 - SHOWN_LENGTH).join("")}`;
}
