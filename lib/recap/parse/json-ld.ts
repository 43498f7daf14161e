import { NO_FACTS } from "../document";
import type { SourceFacts } from "../types";

import { attribute, elementsOf, textOf, type Parent } from "./html-nodes";
import { isoDate } from "./iso-date";

const ARTICLE = /(?:Article|BlogPosting|Report|WebPage)$/;
/** A page's description of itself is short; what is longer is data. */
const MAX_LENGTH = 100_000;

/** What a page says of its article in JSON-LD, the vocabulary of schema.org; nothing where that is no JSON. */
export function jsonLdFacts(page: Parent): SourceFacts {
  const things = elementsOf(page)
    .filter((element) => element.tagName === "script" && attribute(element, "type") === "application/ld+json")
    .flatMap((element) => thingsIn(textOf(element)));
  const articles = things.filter((thing) => ARTICLE.test(textIn(thing["@type"]) ?? ""));
  const article = articles.find((thing) => textIn(thing.headline)) ?? articles[0];
  if (!article) return NO_FACTS;
  return {
    title: textIn(article.headline),
    author: nameIn(article.author),
    url: textIn(article.url),
    publishedOn: isoDate(textIn(article.datePublished)),
  };
}

type Thing = Record<string, unknown>;

function thingsIn(json: string): Thing[] {
  if (json.length > MAX_LENGTH) return [];
  try {
    const value: unknown = JSON.parse(json);
    const top = Array.isArray(value) ? value : [value];
    return top
      .filter(isThing)
      .flatMap((thing) => [thing, ...(Array.isArray(thing["@graph"]) ? thing["@graph"].filter(isThing) : [])]);
  } catch {
    return [];
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null;
}

/** A text, or the first of several. */
function textIn(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() !== "" ? first.trim() : null;
}

function nameIn(author: unknown): string | null {
  const authors: unknown[] = Array.isArray(author) ? author : [author];
  const names = authors.flatMap((each) => textIn(isThing(each) ? each.name : each) ?? []);
  return names.length > 0 ? names.join(", ") : null;
}
