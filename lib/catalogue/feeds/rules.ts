import { serviceSlug } from "@/lib/recap/services/gazetteer";
import { oneLine } from "@/lib/text/one-line";

import { isRegionalExpansion } from "./regional";
import type { RuleSubject, RuleTest } from "./types";

/** Whether a rule catches an item. Words are looked for in title and text, whatever their case. */
export function catches({ kind, value }: RuleTest, { title, excerpt, services, category }: RuleSubject): boolean {
  switch (kind) {
    case "contains":
      return value !== "" && plain(`${title}\n${excerpt}`).includes(plain(value));
    case "service":
      return value !== "" && services.some((name) => serviceSlug(name) === serviceSlug(value));
    case "category":
      return category === value;
    case "regional":
      return isRegionalExpansion(title);
  }
}

/** The rule that counts for an item: the first in their order that catches it. */
export function ruleFor<R extends RuleTest>(rules: readonly R[], subject: RuleSubject): R | null {
  return rules.find((rule) => catches(rule, subject)) ?? null;
}

function plain(text: string): string {
  return oneLine(text.normalize("NFKC")).toLowerCase();
}
