import { findConference, type Conference } from "../conference";
import type { Document } from "../document";
import { outline, type Entry } from "../outline";
import { parseHtml } from "../parse/html";
import { parseMarkdown } from "../parse/markdown";
import { parsePlainText } from "../parse/plain-text";
import { vendorOf } from "../services/find-services";
import type { Vendor } from "../services/gazetteer";
import type { Format } from "../types";

import type { Post } from "./types";

const NEWS_WORDS =
  /\b(?:announc\w+|launch(?:ed|es|ing)|unveil\w*|released|releases|introduc(?:ed|es|ing)|(?:in|public|developer) preview|\(preview\)|\(ga\)|generally available|general availability|new (?:services?|features?|instances?|products?)|now (?:supports?|available|ga)|coming (?:soon|in 20\d\d))/gi;

/** Words of titles that review or tell news, in the languages such posts are commonly written in. */
const PROMISES_NEWS =
  /\b(?:highlights?|re-?cap\w*|announce\w*|what.?s new|new\b|news|round-?up|everything|launch\w*|favou?rites?|top \d+|best of|wrap.?up|review|summary|take-?aways?|releases?|released|updates?|live ?(?:ish\W*)?blog|keynotes?|notes|digest|novetats|novedades|novidades|novit[aà]|nouveaut\w+|annonces?|neuheiten|neuerungen|ank[uü]ndigungen)\b|まとめ|アップデート|発表|新機能|新功能|发布/iu;
const PROMISES_LESSON =
  /\b(?:how to|how (?:i|we)|tutorial|guide|step.by.step|getting started|introduction|intro to|deploy\w*|build(?:ing)? (?:a|an|your|with)|creat(?:e|ing)|using|migrat\w+ (?:to|from)|tips|preparing|survival|best practices|lessons?|versus|vs\.?|comparison|deep dive|understanding|setting up|set up|why (?:i|we|you)|expect(?:ations?|ing)?|predictions?|wish ?list|schedule|sessions?|talks)\b/i;

export type ReadPost = {
  title: string | null;
  conference: Conference | null;
  vendor: Vendor | null;
  entries: Entry[];
  post: Post;
};

/** A post as its parts and what it is about as a whole: title, conference, vendor, how much it speaks of news. */
export function postOf(format: Format, text: string): ReadPost {
  const document = parseAs(format, text);
  const title = document.facts.title ?? firstHeading(document);
  const plain = document.blocks.map((block) => block.text).join("\n");
  const conference = findConference({ title, text: plain, publishedOn: document.facts.publishedOn });
  const vendor = conference?.vendor ?? vendorOf(`${title ?? ""}\n${plain}`);
  const words = plain.match(/\S+/g)?.length ?? 0;
  const post: Post = {
    document,
    vendor,
    isOfConference: conference !== null,
    year: yearOf(`${conference?.name ?? ""} ${document.facts.publishedOn ?? ""}`),
    newsiness: (1000 * (plain.match(NEWS_WORDS)?.length ?? 0)) / Math.max(words, 200),
    promise: promiseOf(title ?? ""),
    isTitledConference: findConference({ title, text: "", publishedOn: null }) !== null,
  };
  return { title, conference, vendor, entries: outline(document, vendor), post };
}

function promiseOf(title: string): Post["promise"] {
  if (PROMISES_LESSON.test(title)) return "lesson";
  return PROMISES_NEWS.test(title) ? "news" : null;
}

function yearOf(text: string): number | null {
  const match = /\b20\d\d\b/.exec(text);
  return match ? Number(match[0]) : null;
}

function parseAs(format: Format, text: string): Document {
  if (format === "markdown") return parseMarkdown(text);
  return format === "html" ? parseHtml(text) : parsePlainText(text);
}

function firstHeading(document: Document): string | null {
  return document.blocks.find((block) => block.kind === "heading")?.text.replace(/\s+/g, " ") ?? null;
}
