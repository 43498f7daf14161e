import { CATEGORIES, type Category } from "../types";

import { APPLE } from "./apple";
import { AWS_APPLY } from "./aws-apply";
import { AWS_BUILD } from "./aws-build";
import { officialRows } from "./aws-official";
import { AWS_RUN } from "./aws-run";
import { AZURE } from "./azure";
import { CLOUD_NATIVE, CLOUD_NATIVE_VENDORS } from "./cloud-native";
import { GOOGLE_CLOUD } from "./google-cloud";
import { GITHUB, MICROSOFT } from "./microsoft";
import { PARTNERS } from "./partners";
import type { ServiceRows } from "./rows";

export type Vendor =
  | "aws"
  | "google"
  | "microsoft"
  | "kubernetes"
  | "apple"
  | "github"
  | "openai"
  | "anthropic"
  | "nvidia"
  | "snowflake"
  | "databricks"
  | "mongodb"
  | "oracle"
  | "vmware";

/** A product announcements are about. `aliases` holds every other name it goes by, `weakAliases` the everyday words. */
export type Service = {
  name: string;
  slug: string;
  vendor: Vendor;
  category: Category;
  aliases: readonly string[];
  weakAliases: readonly string[];
};

const AWS = [AWS_BUILD, AWS_RUN, AWS_APPLY];

/** Every service the reader knows, AWS first. A name that is an everyday word stands among `weakAliases` too. */
export const SERVICES: readonly Service[] = [
  ...[...AWS, officialRows(AWS)].flatMap((rows) => services("aws", rows)),
  ...services("google", GOOGLE_CLOUD),
  ...services("microsoft", AZURE),
  ...services("microsoft", MICROSOFT),
  ...services("github", GITHUB),
  ...services("kubernetes", CLOUD_NATIVE),
  ...services("kubernetes", CLOUD_NATIVE_VENDORS),
  ...services("apple", APPLE),
  ...PARTNERS.flatMap(([vendor, rows]) => services(vendor, rows)),
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
  const parts = row.split("|").map((part) => part.trim());
  const [name = "", ...aliases] = parts.map((part) => part.replace(/^~/, ""));
  const weakAliases = parts.filter((part) => part.startsWith("~")).map((part) => part.slice(1));
  return {
    name,
    slug: serviceSlug(name),
    vendor,
    category,
    aliases: aliases.filter((alias) => !weakAliases.includes(alias)),
    weakAliases,
  };
}
