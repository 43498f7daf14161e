import type { Block } from "../document";
import { headingCategory } from "../outline";
import { parseHtml } from "../parse/html";
import { parseMarkdown } from "../parse/markdown";
import { parsePlainText } from "../parse/plain-text";
import { sentencesOf } from "../sentences";
import { findServices, vendorOf } from "../services/find-services";
import type { Candidate, Format, Place } from "../types";

import { describeAvailability } from "./availability";
import { describeCategory } from "./category";
import { describeFigures } from "./figures";
import { describeLinks } from "./links";
import { describeTake } from "./take";
import { describeTitle, fullName } from "./title";

/** What a person points at: where it stands in the source, and its words as they are read. */
export type Pointed = { place: Place; words: string };

/** What is said of it stands near; parsing a whole book for it takes seconds. */
const NEAR = 100_000;
const MAX_EXCERPT = 600;
const MAX_SERVICES = 4;
/** Up to here a paragraph is about one thing; in a longer one a name in its middle has its own sentences. */
const SHORT = 300;

/**
 * The candidate of a place that a person points at, described by what the source says around it as the reader would have
 * done it; its confidence is 1. Null when the words make no title.
 */
export function describePassage(text: string, format: Format, { place, words }: Pointed): Candidate | null {
  const blocks = blocksNear(text, format, place);
  const at = blocks.findIndex((block) => block.place.end > place.start && block.place.start < place.end);
  const about = aboutOf(blocks, at, words);
  const passage = about.map(({ said }) => said).join("\n") || words;
  const vendor = vendorOf(`${words}\n${passage}`) ?? vendorOf(blocks.map((block) => block.text).join("\n"));
  const title = fullName(describeTitle(words), vendor);
  if (!/[\p{L}\p{N}]/u.test(title)) return null;
  const titled = findServices(title, vendor);
  const section = sectionOf(blocks, at);
  return {
    title,
    services: (titled.length > 0 ? titled : findServices(passage, vendor)).slice(0, MAX_SERVICES),
    category: describeCategory({
      title,
      context: [passage],
      section: section === null ? null : headingCategory(section),
      vendor,
    }),
    availability: describeAvailability([words, passage]),
    links: describeLinks(linksOf(about, place)).slice(0, 8),
    figures: describeFigures(passage),
    take: describeTake([passage]),
    excerpt: excerptOf(passage),
    section,
    confidence: 1,
    place,
  };
}

/** The blocks of the text around a place; offsets are those of the whole text. */
function blocksNear(text: string, format: Format, place: Place): Block[] {
  const from = place.start <= NEAR ? 0 : text.lastIndexOf("\n", place.start - NEAR) + 1;
  const near = text.slice(from, place.end + NEAR);
  return parseAs(format, near).map((block) => ({
    ...block,
    place: { start: block.place.start + from, end: block.place.end + from },
    marks: block.marks.map((mark) => ({
      ...mark,
      place: { start: mark.place.start + from, end: mark.place.end + from },
    })),
  }));
}

function parseAs(format: Format, text: string): Block[] {
  if (format === "markdown") return parseMarkdown(text).blocks;
  // A feed is read as a page: what its elements are called tells nothing here.
  if (format === "html" || format === "feed") return parseHtml(text).blocks;
  return parsePlainText(text).blocks;
}

/** A block with what of its text is about the thing; `start` is where that begins in it. */
type About = { block: Block; said: string; start: number };

/**
 * What is said about the words: below a heading its paragraphs, for a name alone on its line the paragraph that follows,
 * for a name within a long paragraph its own sentences, else the whole of its block.
 */
function aboutOf(blocks: readonly Block[], at: number, words: string): About[] {
  const block = blocks[at];
  if (!block) return [];
  const following = [whole(blocks[at + 1])].filter((about) => about?.block.kind === "paragraph");
  if (block.kind === "heading") return following.flatMap((about) => about ?? []);
  if (words.length >= block.text.length * 0.8) return [whole(block), ...following].flatMap((about) => about ?? []);
  const start = folded(block.text).indexOf(folded(words));
  if (block.text.length <= SHORT || start < 5) return [whole(block)].flatMap((about) => about ?? []);
  const sentences = sentencesOf(block.text).filter(
    (sentence) => sentence.start + sentence.text.length > start && sentence.start < start + words.length,
  );
  const [first] = sentences;
  return first ? [{ block, said: sentences.map(({ text }) => text).join(" "), start: first.start }] : [];
}

function whole(block: Block | undefined): About | null {
  return block ? { block, said: block.text, start: 0 } : null;
}

/** Blanks of any kind as one, so that offsets stay those of the text. */
function folded(text: string): string {
  return text.replace(/\s/g, " ").toLowerCase();
}

/** The link of the name first, then those of what is said about it. */
function linksOf(about: readonly About[], place: Place): (string | null)[] {
  const near = about.flatMap(({ block, said, start }) =>
    block.marks.filter((mark) => mark.end > start && mark.start < start + said.length),
  );
  const own = near.filter((mark) => mark.place.start < place.end && mark.place.end > place.start);
  return [...own, ...near].map((mark) => mark.url);
}

function sectionOf(blocks: readonly Block[], at: number): string | null {
  const above = blocks.slice(0, Math.max(at, 0)).findLast((block) => block.kind === "heading");
  return above ? above.text.replace(/\s+/g, " ") : null;
}

function excerptOf(passage: string): string {
  if (passage.length <= MAX_EXCERPT) return passage;
  const cut = passage.slice(0, MAX_EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MAX_EXCERPT / 2))}…`;
}
