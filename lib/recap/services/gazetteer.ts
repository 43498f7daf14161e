import { CATEGORIES, type Category } from "../types";

import { AWS_BUILD } from "./aws-build";
import { AWS_RUN } from "./aws-run";
import { GOOGLE_CLOUD } from "./google-cloud";
import { MICROSOFT } from "./microsoft";
import { APPLE, KUBERNETES } from "./other-vendors";
import type { ServiceRows } from "./rows";

export type Vendor = "aws" | "google" | "microsoft" | "kubernetes" | "apple";

/** A product announcements are about. `aliases` holds every other name it goes by, `weakAliases` the everyday words. */
export type Service = {
  name: string;
  slug: string;
  vendor: Vendor;
  category: Category;
  aliases: readonly string[];
  weakAliases: readonly string[];
};

/** Every service the reader knows, AWS first. */
export const SERVICES: readonly Service[] = [
  ...services("aws", AWS_BUILD),
  ...services("aws", AWS_RUN),
  ...services("google", GOOGLE_CLOUD),
  ...services("microsoft", MICROSOFT),
  ...services("kubernetes", KUBERNETES),
  ...services("apple", APPLE),
];

/** The address form of a service name: "Amazon EC2" is `amazon-ec2`, "AWS X-Ray" is `aws-x-ray`. */
export function serviceSlug(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function services(vendor: Vendor, rows: ServiceRows): Service[] {
  return CATEGORIES.flatMap((category) => (rows[category] ?? []).map((row) => service(vendor, category, row)));
}

function service(vendor: Vendor, category: Category, row: string): Service {
  const [name = "", ...others] = row.split("|").map((part) => part.trim());
  const weak = others.filter((alias) => alias.startsWith("~")).map((alias) => alias.slice(1));
  const plain = others.filter((alias) => !alias.startsWith("~"));
  return { name, slug: serviceSlug(name), vendor, category, aliases: plain, weakAliases: weak };
}
