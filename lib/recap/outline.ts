import type { Block, Document } from "./document";
import { findServiceMentions, type ServiceMention } from "./services/find-services";
import type { Vendor } from "./services/gazetteer";
import type { Category } from "./types";
import {
  ANNOUNCEMENTS_HEADING,
  ASIDE_HEADING,
  CATEGORY_WORDS,
  FACET_HEADING,
  FILLER_WORDS,
  GROUPING_HEADING,
  HAPPENING,
} from "./vocabulary";

/** What a heading is for: naming something, sorting by category, asking about the one above, telling of the event, or pointing away. */
export type HeadingRole = "name" | "category" | "facet" | "happening" | "aside" | "announcements" | "title";

export type Heading = {
  index: number;
  text: string;
  depth: number;
  role: HeadingRole;
  category: Category | null;
  namesService: boolean;
};

/** A block with what surrounds it. `headings` are those above it, outermost first; `parent` is the item it is nested in. */
export type Entry = {
  index: number;
  block: Block;
  headings: readonly Heading[];
  role: HeadingRole | null;
  isAside: boolean;
  isAfterRule: boolean;
  parent: Entry | null;
  mentions: readonly ServiceMention[];
};

/** Gives every block its headings, its parent item and the services it names. */
export function outline(document: Document, vendor: Vendor | null): Entry[] {
  const entries: Entry[] = [];
  let headings: readonly Heading[] = [];
  let parents: Entry[] = [];
  const rules = [...document.rules].sort((a, b) => b - a);
  document.blocks.forEach((block, index) => {
    const isTitle =
      block.kind === "heading" &&
      !entries.some((entry) => entry.block.kind === "heading") &&
      isPostTitle(block, document);
    if (block.kind === "heading") {
      const heading = describeHeading(block, index, isTitle, vendor);
      headings = [...headings.filter((above) => above.depth < block.depth && above.role !== "title"), heading];
    }
    parents = block.kind === "item" ? parents.slice(0, block.depth) : block.kind === "heading" ? [] : parents;
    const isAfterRule = (rules.at(-1) ?? Infinity) < block.place.start;
    while ((rules.at(-1) ?? Infinity) < block.place.start) rules.pop();
    const own = block.kind === "heading" ? headings.at(-1) : undefined;
    const entry: Entry = {
      index,
      block,
      headings: own ? headings.slice(0, -1) : headings,
      role: own?.role ?? null,
      isAside: isAside(headings),
      isAfterRule,
      parent: block.kind === "item" ? (parents.at(-1) ?? null) : null,
      mentions: findServiceMentions(block.text, vendor),
    };
    entries.push(entry);
    if (block.kind === "item") parents = [...parents, entry];
  });
  return entries;
}

/** The category a section heading sorts by; null when it says more than a category. */
export function headingCategory(text: string): Category | null {
  let rest = text.replace(/[’]/g, "'").replace(FILLER_WORDS, " ");
  let category: Category | null = null;
  for (const [words, found] of CATEGORY_WORDS) {
    if (!words.test(rest)) continue;
    category ??= found;
    rest = rest.replace(new RegExp(words.source, "gi"), " ");
  }
  return /[\p{L}\p{N}]/u.test(rest.replace(FILLER_WORDS, " ")) ? null : category;
}

function describeHeading(block: Block, index: number, isTitle: boolean, vendor: Vendor | null): Heading {
  const text = block.text.replace(/\s+/g, " ");
  const category = headingCategory(text);
  const role = isTitle ? "title" : headingRole(text, category);
  return {
    index,
    text,
    depth: block.depth,
    role,
    category,
    namesService: findServiceMentions(text, vendor).length > 0,
  };
}

function headingRole(text: string, category: Category | null): HeadingRole {
  if (ASIDE_HEADING.test(text)) return "aside";
  if (category) return "category";
  if (FACET_HEADING.test(text) || text.endsWith("?")) return "facet";
  if (HAPPENING.test(text) || /\d{1,2}\.\d{1,2}\.?$/.test(text)) return "happening";
  if (
    GROUPING_HEADING.test(text) ||
    text.replace(FILLER_WORDS, "").match(/[\p{L}]{2,}/gu) === null ||
    (ANNOUNCEMENTS_HEADING.test(text) &&
      /^(\W|pre-|re:|invent|\d|latest|most|exciting)*$/i.test(text.replace(FILLER_WORDS, "")))
  )
    return "announcements";
  return "name";
}

/** Below "Sessions" or "Links" all is aside, unless a category or a list of announcements begins again. */
function isAside(headings: readonly Heading[]): boolean {
  const decisive = headings.findLast(({ role }) => role === "aside" || role === "category" || role === "announcements");
  return decisive?.role === "aside";
}

/** The first heading is the post's title when it is of the highest level, or the front matter names the same. */
function isPostTitle(block: Block, document: Document): boolean {
  if (document.facts.title && sameWords(document.facts.title, block.text)) return true;
  const others = document.blocks.filter((other) => other.kind === "heading" && other !== block);
  return block.depth === 1 && others.every((other) => other.depth > 1);
}

function sameWords(a: string, b: string): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return fold(a).includes(fold(b)) && fold(b).length > 0;
}
