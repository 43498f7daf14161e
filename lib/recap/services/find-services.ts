import type { Service, Vendor } from "./gazetteer";
import { indexNames, type Ending, type Node } from "./names";
import { wordsOf, type Word } from "./words";

/** A service named in a text, at UTF-16 offsets into it. */
export type ServiceMention = { service: Service; start: number; end: number };

/** A run of words in a text that may be a name: from the first to before `to`. */
type Span = { text: string; words: readonly Word[]; from: number; to: number };

const VENDOR_WORDS = new Map<string, Vendor>([
  ["aws", "aws"],
  ["amazon", "aws"],
  ["reinvent", "aws"],
  ["azure", "microsoft"],
  ["microsoft", "microsoft"],
  ["google", "google"],
  ["gcp", "google"],
  ["kubecon", "kubernetes"],
  ["kubernetes", "kubernetes"],
  ["cncf", "kubernetes"],
  ["apple", "apple"],
  ["wwdc", "apple"],
  ["dockercon", "kubernetes"],
  ["hashicorp", "kubernetes"],
  ["hashiconf", "kubernetes"],
  ["suse", "kubernetes"],
  ["github", "github"],
  ["openai", "openai"],
  ["anthropic", "anthropic"],
  ["nvidia", "nvidia"],
  ["snowflake", "snowflake"],
  ["databricks", "databricks"],
  ["mongodb", "mongodb"],
  ["oracle", "oracle"],
  ["vmware", "vmware"],
  ["vmworld", "vmware"],
]);
/** Posts about these name the others in passing: who hosts the code, who makes the chips. */
const PLATFORMS: ReadonlySet<Vendor> = new Set<Vendor>(["aws", "google", "microsoft", "kubernetes", "apple"]);
/** What follows a name that opens a sentence, and seldom an everyday word there: "Batch now …", "Glue, Athena …". */
const AFTER_A_NAME =
  /^(?:\p{Lo}|[^\p{L}\p{N}]*$|\s*[:(/]|\s+[–—-]\s|['’]s\b|,?\s+(?:(?:and|or|&)\s+)?[\p{Lu}\p{Lo}\p{N}]|\s+(?:now|is|was|has|gets?|adds|supports|offers|brings|lets|introduces|becomes|launches|joins|goes|comes|receives|for|in|jobs|clusters|instances|databases|tables|streams|streaming|crawlers|workflows|rules|support|integration|dashboards|endpoints|zero|serverless)\b)/u;
const NO_WORD = /^[^\p{L}\p{N}]*$/u;
const SENTENCE_END = /[.!?:][^\p{L}\p{N}]*$|\n\s*[\n*•-]\s*$/u;
const VERSIONED = /^(\p{L}{3,})\p{N}{1,2}$/u;
const names = indexNames();

/** Canonical names of the services a text names, each once, in the order they first occur. */
export function findServices(text: string, vendor: Vendor | null = vendorOf(text)): string[] {
  return [...new Set(findServiceMentions(text, vendor).map((mention) => mention.service.name))];
}

/** Where a text names services: the longest name wins, and names do not overlap. Everyday words count for `vendor` only. */
export function findServiceMentions(text: string, vendor: Vendor | null): ServiceMention[] {
  const words = wordsOf(text);
  const mentions: ServiceMention[] = [];
  for (let i = 0; i < words.length;) {
    const found = longestName(text, words, i, vendor);
    const first = words[i];
    const last = words[i + (found?.length ?? 1) - 1];
    if (found && first && last) mentions.push({ service: found.service, start: first.start, end: last.end });
    i += found?.length ?? 1;
  }
  return mentions;
}

/** The vendor a text names most often, else the one whose services it names most often; null when it names none. */
export function vendorOf(text: string): Vendor | null {
  const named = wordsOf(text).flatMap((word) => VENDOR_WORDS.get(word.key) ?? []);
  return mostFrequent(named) ?? mostFrequent(findServiceMentions(text, null).map(({ service }) => service.vendor));
}

function mostFrequent(vendors: readonly Vendor[]): Vendor | null {
  const counts = new Map<Vendor, number>();
  for (const vendor of vendors) counts.set(vendor, (counts.get(vendor) ?? 0) + (PLATFORMS.has(vendor) ? 2 : 1));
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first ? first[0] : null;
}

function longestName(text: string, words: readonly Word[], from: number, vendor: Vendor | null) {
  let node: Node | undefined = names;
  let best: { service: Service; length: number } | null = null;
  for (let to = from + 1; to <= words.length; to += 1) {
    const word = words[to - 1];
    node = word && step(node, word.key, to - from > 1);
    if (!node) break;
    const span = { text, words, from, to };
    const endings = node.ends.filter((ending) => counts(ending, span, vendor));
    const service = (endings.find((end) => end.service.vendor === vendor) ?? endings[0])?.service;
    if (service) best = { service, length: to - from };
  }
  return best;
}

/** The next word of a name, in the other number ("Step Function") or with a version closed up ("iOS18") too. */
function step({ next }: Node, key: string, isInside: boolean): Node | undefined {
  const exact = next.get(key);
  if (exact) return exact;
  if (key.endsWith("s")) return next.get(key.slice(0, -1));
  if (isInside && next.has(`${key}s`)) return next.get(`${key}s`);
  const [, name] = VERSIONED.exec(key) ?? [];
  return name === undefined ? undefined : next.get(name);
}

function counts({ service, asks }: Ending, span: Span, vendor: Vendor | null): boolean {
  const fits = service.vendor === vendor;
  switch (asks) {
    case "nothing":
      return true;
    case "capital":
      return hasCapital(span);
    case "capitals":
      return /\p{Lu}.*\p{Lu}/u.test(span.words[span.from]?.text ?? "");
    case "capital after the vendor":
      return hasCapitalAfterVendor(span);
    case "vendor":
      return fits;
    case "vendor or capital":
      return fits || hasCapital(span);
    case "vendor and capital":
      return fits && hasCapital(span);
    case "vendor and name":
      return fits && standsAsName(span);
  }
}

/** A single word with a capital, or several with one that the beginning of a sentence does not explain. */
function hasCapital(span: Span): boolean {
  const [first, ...others] = span.words.slice(span.from, span.to);
  if (!first) return false;
  if (others.some(({ text, key }) => text !== key) || first.text.slice(1) !== first.key.slice(1)) return true;
  return first.text !== first.key && (others.length === 0 || !opensSentence(span.text, first.start));
}

/** "AWS Support", not "AWS support"; where the vendor is in small letters too, as in an address, case says nothing. */
function hasCapitalAfterVendor(span: Span): boolean {
  const [vendor, ...others] = span.words.slice(span.from, span.to);
  return vendor?.text === vendor?.key || others.some(({ text, key }) => text !== key);
}

function standsAsName(span: Span): boolean {
  const first = span.words[span.from];
  if (!first || !hasCapital(span)) return false;
  if (span.to - span.from > 1 || !opensSentence(span.text, first.start)) return true;
  return AFTER_A_NAME.test(span.text.slice(first.end, first.end + 24));
}

function opensSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  return (start <= 4 && NO_WORD.test(before)) || SENTENCE_END.test(before);
}
