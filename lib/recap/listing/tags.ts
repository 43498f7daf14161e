import { headingCategory } from "../outline";
import { findServices } from "../services/find-services";
import type { Vendor } from "../services/gazetteer";
import { CATEGORIES, type Category } from "../types";

import { statusOf, type Status } from "./status";

/** Names of vendors' own groups that say more than their words do. */
const GROUPS = new Map<string, Category>([
  ["business productivity", "business-apps"],
  ["desktop and app streaming", "business-apps"],
  ["virtual desktop infrastructure", "business-apps"],
  ["application services", "serverless"],
  ["integration", "serverless"],
  ["internet of things", "iot"],
  ["web", "developer-tools"],
  ["front end web and mobile", "developer-tools"],
  ["game development", "media"],
  ["game tech", "media"],
  ["quantum technologies", "compute"],
]);

/**
 * The plain words of tags as feeds write them: "general:products/amazon-ec2,marketing:marchitecture/compute" in one
 * element, "whats-new-v2#general-product#amazon-bedrock", "AI + machine learning".
 */
export function readTags(tags: readonly string[]): string[] {
  return tags
    .flatMap((tag) => tag.split(","))
    .flatMap((tag) => {
      const last = tag.split(/[#/:]/).at(-1) ?? "";
      return last.replace(/[\s_+&-]+/g, " ").trim() || [];
    });
}

/** The category that the first telling tag names. */
export function categoryOfTags(words: readonly string[]): Category | null {
  for (const word of words) {
    const folded = word.toLowerCase();
    const named = CATEGORIES.find((category) => category.replaceAll("-", " ") === folded);
    const found = named ?? GROUPS.get(folded) ?? headingCategory(word);
    if (found && found !== "other") return found;
  }
  return null;
}

/** Services that tags name in full. */
export function servicesOfTags(words: readonly string[], vendor: Vendor | null): string[] {
  return [...new Set(words.flatMap((word) => findServices(word, vendor)))];
}

/** The state that a tag names, as Azure's "In preview". */
export function statusOfTags(words: readonly string[]): Status | null {
  return words.map(statusOf).find((status) => status !== null) ?? null;
}
