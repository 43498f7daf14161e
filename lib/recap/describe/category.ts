import { findServiceMentions } from "../services/find-services";
import type { Vendor } from "../services/gazetteer";
import type { Category } from "../types";

/** Features whose category differs from that of the service they belong to, and things that are no service. */
const FEATURES: readonly (readonly [RegExp, Category])[] = [
  [/\bzero.?etl\b/i, "analytics"],
  [/\b(?:trainium|inferentia|dgx|foundation models?|llms?)\b/i, "machine-learning"],
  [/\b(?:in (?:vs|visual studio) code|ide\b|toolkits?|sdks?\b|cli\b)/i, "developer-tools"],
  [/\bchaos engineering\b/i, "developer-tools"],
  [/\b(?:private|direct) connectivity\b/i, "networking"],
  [/\bdirect(?:ory)? bucket/i, "storage"],
];

/** Words that tell a category when no service does, the most telling first. */
const WORDS: readonly (readonly [RegExp, Category])[] = [
  [/\b(?:serverless|functions?|event.driven|workflows?)\b/i, "serverless"],
  [/\b(?:containers?|kubernetes|pods?|docker)\b/i, "containers"],
  [
    /\b(?:databases?|sql|postgres(?:ql)?|mysql|nosql|graph database|ledger|time.?series|mongodb|cassandra|redis)\b/i,
    "databases",
  ],
  [
    /\b(?:analytics|data lake|data warehouse|etl|dashboards?|streaming data|kafka|big data|data catalog)\b/i,
    "analytics",
  ],
  [
    /\b(?:machine learning|ml|ai|generative|models?|inference|training|neural|chatbot|bots?|llm|agents?|speech|vision)\b/i,
    "machine-learning",
  ],
  [/\b(?:iot|devices?|sensors?|microcontrollers?|industrial)\b/i, "iot"],
  [/\b(?:storage|buckets?|objects?|volumes?|backup|file system|archive)\b/i, "storage"],
  [/\b(?:gpus?|cpus?|instances?|processors?|virtual machines?|vms?|cores?|quantum)\b/i, "compute"],
  [/\b(?:network(?:ing)?|vpn|dns|load balanc\w+|cdn|connectivity|latency routing|5g|satellites?)\b/i, "networking"],
  [
    /\b(?:security|encrypt\w*|identity|compliance|firewall|threats?|permissions?|authenticat\w+|sign.?in|passkeys?|privacy)\b/i,
    "security",
  ],
  [/\b(?:monitoring|observability|logs?|metrics|traces?|tracing|telemetry)\b/i, "observability"],
  [/\b(?:migrat\w+|moderni[sz]\w+)\b/i, "migration"],
  [
    /\b(?:developers?|ide|sdk|code|debug\w*|deploy\w*|ci\/cd|devops|compiler|programming|framework|api|open.?sourc\w+|templates?|extensions?)\b/i,
    "developer-tools",
  ],
  [/\b(?:governance|billing|cost|accounts?|compliance|multi-account)\b/i, "management"],
  [/\b(?:video|streaming|media|music|podcasts?)\b/i, "media"],
  [/\b(?:carbon|renewable|sustainab\w+)\b/i, "sustainability"],
  [/\b(?:call cent(?:er|re)|contact cent(?:er|re)|email|meetings?|desktops?|calendar|office)\b/i, "business-apps"],
];

type Described = { title: string; context: readonly string[]; section: Category | null; vendor: Vendor | null };

/** A category from the title's feature or service, else the section's, else what the context names, else its words. */
export function describeCategory({ title, context, section, vendor }: Described): Category {
  return (
    featureIn(title) ??
    serviceCategory(title, vendor, section) ??
    section ??
    firstOf(context, (text) => serviceCategory(text, vendor, null)) ??
    wordIn(title) ??
    firstOf(context, wordIn) ??
    "other"
  );
}

/** Of several services the section tells which one it is about; else the one after "for" does, else the first. */
function serviceCategory(text: string, vendor: Vendor | null, section: Category | null): Category | null {
  const mentions = findServiceMentions(text, vendor);
  const supported = mentions.find((mention) => /\b(?:for|to) (?:the )?$/i.test(text.slice(0, mention.start)));
  const categories = [...(supported ? [supported] : []), ...mentions].map((mention) => mention.service.category);
  if (section && categories.includes(section)) return section;
  return categories.find((category) => category !== "other") ?? categories[0] ?? null;
}

function featureIn(text: string): Category | null {
  return FEATURES.find(([words]) => words.test(text))?.[1] ?? null;
}

function wordIn(text: string): Category | null {
  return WORDS.find(([words]) => words.test(text))?.[1] ?? null;
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}
