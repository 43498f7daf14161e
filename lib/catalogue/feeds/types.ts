export const RULE_KINDS = ["contains", "service", "category", "regional"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export const RULE_ACTIONS = ["publish", "skip", "review"] as const;
export type RuleAction = (typeof RULE_ACTIONS)[number];

/** What a rule looks for; `value` is empty for regional expansions. */
export type RuleTest = { kind: RuleKind; value: string };

/** What a rule looks at. */
export type RuleSubject = { title: string; excerpt: string; services: readonly string[]; category: string };

/** What an address was found to hold before anybody subscribes to it. */
export type FeedPreview = {
  /** The address to subscribe to: the one asked for, or the feed that the page there names. */
  url: string;
  isFromPage: boolean;
  title: string;
  /** Items with a title. */
  count: number;
  /** The newest day that an item gives, as an ISO date. */
  latest: string | null;
  first: { title: string; publishedOn: string | null }[];
};

/** What became of an item. */
export type ItemState = "waiting" | "accepted" | "skipped" | "published" | "left" | "discarded" | "gone";

export type FeedItemLine = {
  id: string;
  title: string;
  url: string | null;
  publishedOn: Date | null;
  state: ItemState;
  /** Whether a rule skipped or published it. */
  isByRule: boolean;
  importId: string | null;
  announcementSlug: string | null;
};

export type FeedRuleLine = RuleTest & {
  id: string;
  action: RuleAction;
  createdBy: string;
  /** Items it has skipped or published. */
  affected: number;
};

/** A line of the list of feeds. */
export type FeedSummary = {
  id: string;
  url: string;
  title: string;
  conference: { slug: string; name: string };
  lastCheckedAt: Date | null;
  lastResult: string;
  lastError: string | null;
  nextAt: Date;
  isPaused: boolean;
  /** Items that wait for a person, and the import in which they do. */
  waiting: number;
  importId: string | null;
};

export type FeedState = FeedSummary & {
  teamSlug: string;
  failures: number;
  rules: FeedRuleLine[];
  items: FeedItemLine[];
  /** The id the next page starts after; null on the last. */
  after: string | null;
};

/** What a rule would catch of what is stored. */
export type RuleTrial = {
  caught: number;
  /** Of these, how many wait for a person, and so would be changed. */
  waiting: number;
  first: { title: string; state: ItemState }[];
};
