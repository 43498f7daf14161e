import { z } from "zod";

import { CATEGORIES } from "@/lib/recap/types";
import { oneLine } from "@/lib/text/one-line";

import { RULE_ACTIONS, RULE_KINDS } from "./types";

/** A team that follows more would review nothing else; the list of feeds needs no pages. */
export const MAX_FEEDS = 50;
/** Every new item is tried against every rule. */
export const MAX_RULES = 50;
const MAX_ADDRESS = 2_000;
const MAX_VALUE = 200;

/** A feed's address as it was typed, for a conference that is here. */
export const feedAddressSchema = z.object({
  url: z
    .string()
    .trim()
    .min(1, "Enter the address of the feed.")
    .max(MAX_ADDRESS, `The address is longer than ${MAX_ADDRESS} characters. Check it.`)
    // What people copy from a page often lacks the scheme.
    .transform((address) => (/^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`)),
  conferenceSlug: z.string().trim().min(1, "Choose the conference the feed is about."),
});

/** A rule as it was typed. */
export const ruleSchema = z
  .object({
    kind: z.enum(RULE_KINDS, "Choose what the rule looks for."),
    value: z
      .string()
      .transform(oneLine)
      .pipe(z.string().max(MAX_VALUE, `This is longer than ${MAX_VALUE} characters. Shorten it.`))
      .default(""),
    category: z.string().optional(),
    action: z.enum(RULE_ACTIONS, "Choose what happens to what it catches."),
  })
  .transform(({ kind, value, category, action }) => ({ kind, action, value: valueOf(kind, value, category ?? "") }))
  .superRefine(({ kind, value }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (kind === "contains" && value === "") refuse("value", "Enter the words to look for.");
    if (kind === "service" && value === "") refuse("value", "Enter the name of the service, such as Amazon EC2.");
    if (kind === "category" && !CATEGORIES.some((category) => category === value)) {
      refuse("category", "Choose a category from the list.");
    }
  });

export type FeedAddressInput = z.input<typeof feedAddressSchema>;
/** As a form gives it, unchecked. */
export type RuleInput = { [Name in keyof z.input<typeof ruleSchema>]: unknown };

function valueOf(kind: (typeof RULE_KINDS)[number], value: string, category: string): string {
  if (kind === "regional") return "";
  return kind === "category" ? category : value;
}
