import { formatCount, formatNumber } from "@/lib/format/number";
import { CATEGORIES } from "@/lib/recap/types";

import { CATEGORY_LABEL } from "../labels";

import type { ItemState, RuleAction, RuleKind, RuleTest } from "./types";

export const KIND_LABEL: Record<RuleKind, string> = {
  contains: "Words",
  service: "A service",
  category: "A category",
  regional: "Regional expansions",
};

export const ACTION_LABEL: Record<RuleAction, string> = {
  skip: "Skip it",
  publish: "Publish it",
  review: "Leave it for review",
};

export const STATE_LABEL: Record<ItemState, string> = {
  waiting: "Waits for review",
  accepted: "Accepted, not yet published",
  skipped: "Skipped",
  published: "On the board",
  left: "Left out",
  discarded: "Discarded",
  gone: "No announcement in it",
};

const VERB: Record<RuleAction, string> = { skip: "Skip", publish: "Publish", review: "Leave for review" };

/** A rule as a sentence without a full stop: "Skip what is about Amazon EC2". */
export function ruleSentence({ kind, value, action }: RuleTest & { action: RuleAction }): string {
  const verb = VERB[action];
  switch (kind) {
    case "contains":
      return `${verb} what contains “${value}”`;
    case "service":
      return `${verb} what is about ${value}`;
    case "category":
      return `${verb} what is in ${CATEGORY_LABEL[CATEGORIES.find((category) => category === value) ?? "other"]}`;
    case "regional":
      return `${verb} regional expansions`;
  }
}

/** What applying a rule did: "3 skipped.", "2 published.". */
export function appliedSentence({ skipped, published }: { skipped: number; published: number }): string {
  if (skipped > 0) return `Saved. ${formatCount(skipped, "item")} skipped.`;
  return published > 0
    ? `Saved. ${formatCount(published, "item")} published.`
    : "Saved. It applies to what comes next.";
}

/** What taking a rule back did, with the first of what stays. */
export function reversedSentence({
  returned,
  staying,
}: {
  returned: number;
  staying: { count: number; first: string[] };
}): string {
  const back =
    returned === 1 ? "1 item waits for review again." : `${formatNumber(returned)} items wait for review again.`;
  if (staying.count === 0) return `Taken back. ${back}`;
  const more = staying.count > staying.first.length ? ` and ${staying.count - staying.first.length} more` : "";
  const named = staying.first.map((title) => `“${title}”`).join(", ");
  return `Taken back. ${back} On the board stay, because the team has worked on them: ${named}${more}.`;
}
