import type { Figure, FigureKind } from "../types";

/** A row of a table shows a few figures; a long passage may hold dozens. */
const MAX_FIGURES = 12;
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const MAGNITUDE: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
  "": 1,
};
const CURRENCY: Record<string, string> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  usd: "USD",
  eur: "EUR",
  gbp: "GBP",
  dollars: "USD",
  euros: "EUR",
};
const SIZES = "bytes?|[KMGTPE]i?B(?:ps|/s)?|[KMGT]b(?:ps|/s)";
const TIMES = "ns|nanoseconds?|us|µs|microseconds?|ms|milliseconds?|seconds?|minutes?|hours?";
const COUNTS =
  "vCPUs?|CPUs?|cores?|GPUs?|IOPS|transactions|requests?|instances?|functions?|layers?|nodes?|clusters?|accounts?|regions?|availability zones?|AZs?|shards?|tables?|users?|models?|languages?|devices?|objects?|volumes?|connections?|applications?|services?|people|qubits|times|x";
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";

const LONGEST_HEDGE = 30;
const HEDGE =
  /(?:\b(?:at least|at most|up to|about|around|nearly|over|under|only|more than|less than|as low as|from) )+$/i;
const LONGEST_SUBJECT = 80;
/** The words after a figure until the phrase ends or turns. */
const SUBJECT =
  /^(?: (?!(?:and|but|or|which|that|so|with|when|where|if|while|because|by|is|are|was|were|will|can|could|should|we|I|you|it|they|this)\b)\p{L}[\p{L}\p{N}’'/+-]*(?![^\s.,;:!?)])){1,5}/u;

/** Words that lead on to something, which the phrase was cut before. */
const DANGLING = /(?: (?:to|per|from|of|for|in|on|at|than|as|a|an|the|vs|over|into))+$/i;

type Reader = { kind: FigureKind; pattern: RegExp; read: (match: RegExpMatchArray) => Pick<Figure, "value" | "unit"> };

const READERS: readonly Reader[] = [
  {
    kind: "percent",
    pattern: new RegExp(`(?<![\\w.,])(${NUMBER})(?:\\s?%|\\s(?:percent|per cent)\\b)`, "gi"),
    read: (m) => ({ value: numberOf(m[1]), unit: "%" }),
  },
  {
    kind: "money",
    pattern: new RegExp(`([$€£])\\s?(${NUMBER})(?:\\s?(k|m|bn?|thousand|million|billion|trillion)\\b)?`, "gi"),
    read: (m) => ({ value: scaled(m[2], m[3]), unit: CURRENCY[m[1] ?? ""] ?? null }),
  },
  {
    kind: "money",
    pattern: new RegExp(`(?<![\\w.,])(${NUMBER})\\s?(USD|EUR|GBP|dollars|euros)\\b`, "gi"),
    read: (m) => ({ value: numberOf(m[1]), unit: CURRENCY[(m[2] ?? "").toLowerCase()] ?? null }),
  },
  {
    kind: "size",
    pattern: new RegExp(`(?<![\\w.,])(${NUMBER})\\s?(${SIZES})\\b`, "g"),
    read: (m) => ({ value: numberOf(m[1]), unit: m[2] ?? null }),
  },
  {
    kind: "latency",
    pattern: new RegExp(`(?<![\\w.,])(${NUMBER})\\s?(${TIMES})\\b`, "g"),
    read: (m) => ({ value: numberOf(m[1]), unit: m[2] ?? null }),
  },
  {
    kind: "date",
    pattern: new RegExp(`\\b(?:(?:(${MONTHS})|Q[1-4]|early|mid|late)\\s)?(20[1-4]\\d)\\b`, "g"),
    read: dateOf,
  },
  {
    kind: "count",
    pattern: new RegExp(`(?<![\\w.,$€£-])(${NUMBER})\\s?(k|million|billion|thousand)?\\s?(${COUNTS})\\b`, "gi"),
    read: (m) => ({ value: scaled(m[1], m[2]), unit: m[3] ?? null }),
  },
];

/** The figures of a passage in the order they stand, each as written and as a number with its unit. */
export function describeFigures(text: string): Figure[] {
  const found = READERS.flatMap(({ kind, pattern, read }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      at: match.index,
      end: match.index + match[0].length,
      figure: { text: kind === "date" ? match[0].trim() : withSubject(text, match), kind, ...read(match) },
    })),
  );
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  const figures = new Map<string, Figure>();
  let end = 0;
  for (const { at, end: next, figure } of found) {
    if (at >= end && !figures.has(figure.text)) figures.set(figure.text, figure);
    end = Math.max(end, next);
  }
  return [...figures.values()].slice(0, MAX_FIGURES);
}

/** A figure with the words it goes with: "up to 40% better price-performance". */
function withSubject(text: string, match: RegExpMatchArray): string {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const before = HEDGE.exec(text.slice(Math.max(0, start - LONGEST_HEDGE), start))?.[0] ?? "";
  const after = SUBJECT.exec(text.slice(end, end + LONGEST_SUBJECT))?.[0].replace(DANGLING, "") ?? "";
  return (before + match[0] + after).trim();
}

function numberOf(text: string | undefined): number {
  return Number((text ?? "").replaceAll(",", ""));
}

function scaled(text: string | undefined, magnitude: string | undefined): number {
  return numberOf(text) * (MAGNITUDE[(magnitude ?? "").toLowerCase()] ?? 1);
}

function dateOf(match: RegExpMatchArray): Pick<Figure, "value" | "unit"> {
  const month = match[1] ? MONTHS.split("|").indexOf(match[1]) + 1 : 0;
  const year = match[2] ?? "";
  return { value: Number(year), unit: month > 0 ? `${year}-${String(month).padStart(2, "0")}` : year };
}
