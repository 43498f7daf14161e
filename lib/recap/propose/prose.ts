import type { Entry } from "../outline";
import { sentencesOf, type Sentence } from "../sentences";
import { BECAME_POSSIBLE, NEWS } from "../vocabulary";

import { widenName } from "./announcing";
import type { Proposal } from "./proposal";

/** A paragraph longer than this is no running text. */
const MAX_TEXT = 6000;

/** Names of services in running text, unmarked, in sentences that tell of news. */
export function proposeProse(entries: readonly Entry[]): Proposal[] {
  return entries
    .filter(({ block, mentions }) => block.kind !== "heading" && mentions.length > 0 && block.text.length < MAX_TEXT)
    .flatMap((entry) =>
      sentencesOf(entry.block.text)
        .filter(tellsNews)
        .flatMap((sentence) => fromSentence(entry, sentence)),
    );
}

function tellsNews({ text }: Sentence): boolean {
  return NEWS.test(text) || BECAME_POSSIBLE.test(text);
}

function fromSentence(entry: Entry, sentence: Sentence): Proposal[] {
  const { block } = entry;
  const end = sentence.start + sentence.text.length;
  return entry.mentions
    .filter((mention) => mention.start >= sentence.start && mention.end <= end)
    .filter(
      (mention) =>
        !block.marks.some((mark) => mark.kind !== "emphasis" && mark.start < mention.end && mark.end > mention.start),
    )
    .map((mention) => {
      const name = widenName(block.text, mention);
      return {
        convention: "prose",
        entry,
        title: block.text.slice(name.start, name.end),
        marks: [],
        passage: sentence.text,
        body: [entry],
        place: block.place,
      };
    });
}
