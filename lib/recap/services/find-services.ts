import { SERVICES, type Service, type Vendor } from "./gazetteer";

/** A service named in a text, at UTF-16 offsets into it. */
export type ServiceMention = { service: Service; start: number; end: number };

type Word = { text: string; key: string; start: number; end: number };

/** One step of a name, word by word; `ends` holds the services whose name is complete here. */
type Node = { next: Map<string, Node>; ends: Ending[] };
type Ending = { service: Service; isPlainWord: boolean; isWeak: boolean };

const WORD = /[\p{L}\p{N}]+/gu;
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
]);
const names = index();

/** Canonical names of the services a text names, each once, in the order they first occur. */
export function findServices(text: string, vendor: Vendor | null = vendorOf(text)): string[] {
  return [...new Set(findServiceMentions(text, vendor).map((mention) => mention.service.name))];
}

/** Where a text names services: the longest name wins, and names do not overlap. Everyday words count for `vendor` only. */
export function findServiceMentions(text: string, vendor: Vendor | null): ServiceMention[] {
  const words = wordsOf(text);
  const mentions: ServiceMention[] = [];
  for (let i = 0; i < words.length;) {
    const found = longestName(words, i, vendor);
    const first = words[i];
    const last = words[i + (found?.length ?? 1) - 1];
    if (found && first && last) mentions.push({ service: found.service, start: first.start, end: last.end });
    i += found?.length ?? 1;
  }
  return mentions;
}

/** The vendor a text names most often, or null when it names none. */
export function vendorOf(text: string): Vendor | null {
  const counts = new Map<Vendor, number>();
  for (const word of wordsOf(text)) {
    const vendor = VENDOR_WORDS.get(word.key);
    if (vendor) counts.set(vendor, (counts.get(vendor) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first ? first[0] : null;
}

function longestName(words: readonly Word[], from: number, vendor: Vendor | null) {
  let node: Node | undefined = names;
  let best: { service: Service; length: number } | null = null;
  for (let i = from; node && i < words.length; i += 1) {
    const word = words[i];
    if (!word) break;
    node = node.next.get(word.key) ?? node.next.get(word.key.replace(/s$/, ""));
    const ending = node?.ends.find((end) => counts(end, word, vendor));
    const preferred = node?.ends.find((end) => counts(end, word, vendor) && end.service.vendor === vendor);
    const service = (preferred ?? ending)?.service;
    if (service) best = { service, length: i - from + 1 };
  }
  return best;
}

/** In lower case, a plain word such as "aurora", "glue" or "net" is an English word and no service. */
function counts(ending: Ending, word: Word, vendor: Vendor | null): boolean {
  if (ending.isWeak && ending.service.vendor !== vendor) return false;
  return !ending.isPlainWord || word.text !== word.text.toLowerCase();
}

function index(): Node {
  const root: Node = { next: new Map(), ends: [] };
  for (const service of SERVICES) {
    for (const name of [service.name, ...service.aliases]) {
      for (const spelling of spellings(name)) add(root, service, spelling, false);
    }
    for (const name of service.weakAliases) add(root, service, name, true);
  }
  return root;
}

function add(root: Node, service: Service, name: string, isWeak: boolean): void {
  const words = wordsOf(name);
  const [only] = words;
  let node = root;
  for (const word of words) {
    const next: Node = node.next.get(word.key) ?? { next: new Map(), ends: [] };
    node.next.set(word.key, next);
    node = next;
  }
  const isPlainWord = words.length === 1 && only !== undefined && /^\p{Lu}+\p{Ll}*$/u.test(only.text);
  if (!node.ends.some((end) => end.service === service)) node.ends.push({ service, isPlainWord, isWeak });
}

/** People mix up the vendor's two prefixes ("AWS CloudWatch"), and write "Cloud Watch" and "Graviton 2". */
function spellings(name: string): string[] {
  const bare = name.replace(/^(?:AWS|Amazon) /, "");
  const prefixed = name === bare ? [name] : [`AWS ${bare}`, `Amazon ${bare}`];
  return prefixed.flatMap((form) => [form, form.replace(/(\p{Ll})(\p{Lu}|\p{N})/gu, "$1 $2")]);
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    key: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
