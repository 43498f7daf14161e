import type { Availability, Category } from "@/lib/recap/types";

export const CATEGORY_LABEL: Record<Category, string> = {
  compute: "Compute",
  containers: "Containers",
  serverless: "Serverless",
  storage: "Storage",
  databases: "Databases",
  analytics: "Analytics",
  "machine-learning": "Machine learning",
  networking: "Networking",
  security: "Security",
  management: "Management",
  "developer-tools": "Developer tools",
  observability: "Observability",
  migration: "Migration",
  iot: "IoT",
  edge: "Edge",
  media: "Media",
  "business-apps": "Business apps",
  sustainability: "Sustainability",
  other: "Other",
};

/** What a source did not say is not said here either: unknown is empty. */
export const AVAILABILITY_LABEL: Record<Availability, string> = {
  ga: "Available",
  preview: "Preview",
  coming: "Coming",
  unknown: "",
};
