import { SERVICES, type Service, type Vendor } from "./gazetteer";
import { wordsOf } from "./words";

/**
 * What a text must show before a name counts: a capital letter, two of them, one after the vendor's word, that the post
 * is about the vendor, a capital or the vendor, both, or the vendor and the place of a name in its sentence.
 */
export type Asks =
  | "nothing"
  | "capital"
  | "capitals"
  | "capital after the vendor"
  | "vendor"
  | "vendor or capital"
  | "vendor and capital"
  | "vendor and name";

/** One step of a name, word by word; `ends` holds the services whose name is complete here. */
export type Node = { next: Map<string, Node>; ends: Ending[] };
export type Ending = { service: Service; asks: Asks };

/** The words a vendor puts before its names, which people swap and leave out. */
const PREFIXES: Partial<Record<Vendor, readonly string[]>> = {
  aws: ["AWS", "Amazon"],
  google: ["Google Cloud", "Google", "GCP"],
};
/** Words that open a name and are followed by everyday words as well: "Microsoft teams", "AWS support". */
const VENDOR_WORD = /^(?:AWS|Amazon|Google|GCP|Microsoft|Apple|GitHub|Oracle|NVIDIA) (?=\S+$)/;
/** Two plain words, which people also close up. */
const IN_ONE = /^\p{Lu}*\p{Ll}* \p{Lu}*\p{Ll}*$/u;
const PLAIN_WORD = /^\p{Lu}*\p{Ll}*$/u;

/** All names of all services as a tree of words. */
export function indexNames(): Node {
  const root: Node = { next: new Map(), ends: [] };
  const ofOthers = new Set(SERVICES.flatMap(strongNames));
  for (const service of SERVICES) {
    const strong = strongNames(service);
    for (const name of strong) for (const [form, asks] of spellings(name, strong)) add(root, service, form, asks);
    for (const name of [...strong, ...service.weakAliases])
      for (const form of prefixed(name, service.vendor))
        for (const [spelling, asks] of spellings(form, strong)) add(root, service, spelling, asks);
    // "Grafana" is a weak name of Amazon's service, but no everyday word.
    for (const name of service.weakAliases)
      add(root, service, name, ofOthers.has(name) ? "vendor and capital" : "vendor and name");
  }
  return root;
}

function strongNames(service: Service): string[] {
  return [service.name, ...service.aliases].filter((name) => !service.weakAliases.includes(name));
}

function add(root: Node, service: Service, name: string, asks: Asks): void {
  let node = root;
  for (const word of wordsOf(name)) {
    const next: Node = node.next.get(word.key) ?? { next: new Map(), ends: [] };
    node.next.set(word.key, next);
    node = next;
  }
  if (!node.ends.some((end) => end.service === service && end.asks === asks)) node.ends.push({ service, asks });
}

/** A name as people write it: as it is, "Cloud Watch" and "Graviton 2" apart, "StepFunctions" in one. */
function spellings(name: string, strong: readonly string[]): [string, Asks][] {
  const asks = asksOf(name, strong);
  const forms: [string, Asks][] = [[name, asks]];
  const numbered = name.replace(/(\p{Ll})(\p{N})/gu, "$1 $2");
  const apart = numbered.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  if (numbered !== name) forms.push([numbered, asks]);
  if (apart !== numbered) forms.push([apart, "capital"]);
  if (IN_ONE.test(name)) forms.push([name.replace(" ", ""), "vendor or capital"]);
  return forms;
}

function prefixed(name: string, vendor: Vendor): string[] {
  if (name.startsWith("Azure ")) return [`Windows ${name}`, `Microsoft ${name}`];
  const prefixes = PREFIXES[vendor] ?? [];
  const own = prefixes.find((prefix) => name.startsWith(`${prefix} `));
  const bare = own ? name.slice(own.length + 1) : name;
  return prefixes.map((prefix) => `${prefix} ${bare}`);
}

function asksOf(name: string, strong: readonly string[]): Asks {
  const words = wordsOf(name).map((word) => word.text);
  const [only = ""] = words;
  if (words.length === 1) {
    if (/^\p{Ll}+$/u.test(only)) return "vendor";
    if (/^\p{Lu}{3,}$/u.test(only)) return "capitals";
    return PLAIN_WORD.test(only) ? "capital" : "nothing";
  }
  const bare = name.replace(VENDOR_WORD, "");
  if (bare !== name)
    return /^\p{Lu}+\p{Ll}*$/u.test(bare) && !strong.includes(bare) ? "capital after the vendor" : "nothing";
  return /\p{Lu}/u.test(name) &&
    words.every((word) => PLAIN_WORD.test(word)) &&
    !/^(?:AWS|Amazon|Azure|Google|Microsoft|Apple) /.test(name)
    ? "vendor or capital"
    : "nothing";
}
