import type { Category } from "../types";

import official from "./data/aws-official.json";
import type { ServiceRows } from "./rows";
import { wordsOf } from "./words";

/** Our category for each of the source's. What it sorts differently from us has a row of its own. */
const CATEGORY_OF = new Map<string | null, Category>([
  ["analytics", "analytics"],
  ["application-integration", "serverless"],
  ["blockchain", "other"],
  ["business-applications", "business-apps"],
  ["cloud-financial-management", "management"],
  ["compute", "compute"],
  ["containers", "containers"],
  ["customer-enablement", "management"],
  ["databases", "databases"],
  ["developer-tools", "developer-tools"],
  ["end-user-computing", "business-apps"],
  ["front-end-web-and-mobile", "developer-tools"],
  ["game-tech", "media"],
  ["internet-of-things", "iot"],
  ["machine-learning-and-ai", "machine-learning"],
  ["management-and-governance", "management"],
  ["media", "media"],
  ["migration-and-transfer", "migration"],
  ["networking-and-content-delivery", "networking"],
  ["quantum-technologies", "compute"],
  ["satellite", "edge"],
  ["security-identity-and-compliance", "security"],
  ["storage", "storage"],
]);

/** Official services that no row covers: a name that begins with the name of a row is a part of that service. */
export function officialRows(rows: readonly ServiceRows[]): ServiceRows {
  const known = new Set(rows.flatMap((each) => Object.values(each).flat()).flatMap((row) => row.split("|").map(fold)));
  const rest: Partial<Record<Category, string[]>> = {};
  for (const { name, category } of official.services) {
    const words = fold(name).split(" ");
    if (words.some((_, index) => known.has(words.slice(0, index + 1).join(" ")))) continue;
    known.add(words.join(" "));
    (rest[CATEGORY_OF.get(category) ?? "other"] ??= []).push(name);
  }
  return rest;
}

/** Names without the vendor's prefix, which people and pages mix up. */
function fold(name: string): string {
  const keys = wordsOf(name).map((word) => word.key);
  return keys.slice(keys[0] === "aws" || keys[0] === "amazon" ? 1 : 0).join(" ");
}
