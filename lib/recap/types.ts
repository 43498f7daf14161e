/** What an announcement can be about; one each. Forms offer them in this order; the board goes by key. */
export const CATEGORIES = [
  "compute",
  "containers",
  "serverless",
  "storage",
  "databases",
  "analytics",
  "machine-learning",
  "networking",
  "security",
  "management",
  "developer-tools",
  "observability",
  "migration",
  "iot",
  "edge",
  "media",
  "business-apps",
  "sustainability",
  "other",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Availability as the source states it at the time; "unknown" when it does not say. */
export const AVAILABILITIES = ["ga", "preview", "coming", "unknown"] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export const LINK_KINDS = ["announcement", "documentation", "video", "other"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
export type CandidateLink = { url: string; kind: LinkKind };

export const FIGURE_KINDS = ["percent", "money", "size", "count", "latency", "date"] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/**
 * A figure as the source writes it (`text`), with its number where one can be read: percent as 40 for 40 %,
 * money in whole units of `unit` (ISO 4217 code), sizes, counts and latencies in `unit`. A date has its ISO
 * form in `unit` ("2021", "2021-02") and its year as value.
 */
export type Figure = { text: string; kind: FigureKind; value: number | null; unit: string | null };

/** UTF-16 offsets into the decoded text; `end` is exclusive. */
export type Place = { start: number; end: number };

/** An announcement that a source proposes, to be created, merged or skipped. */
export type Candidate = {
  title: string;
  services: string[];
  category: Category;
  availability: Availability;
  links: CandidateLink[];
  figures: Figure[];
  /** The author's opinion or advice, apart from the facts. */
  take: string | null;
  excerpt: string;
  section: string | null;
  /** 0 to 1: how sure the reader is that this is an announcement. */
  confidence: number;
  place: Place | null;
};

export type SourceFacts = {
  title: string | null;
  author: string | null;
  url: string | null;
  /** ISO date, YYYY-MM-DD. */
  publishedOn: string | null;
};

export const FORMATS = ["markdown", "html", "text", "feed", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** One reading of a source. */
export type Reading = {
  format: Format;
  conference: string | null;
  source: SourceFacts;
  announcements: Candidate[];
};
