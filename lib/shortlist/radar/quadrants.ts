import type { Category } from "@/lib/recap/types";

export type QuadrantNumber = 0 | 1 | 2 | 3;

/** How a team folds categories into the four quadrants of its radar. */
export type Quadrants = {
  /** In reading order: top left, top right, bottom left, bottom right. */
  names: readonly [string, string, string, string];
  of: Readonly<Record<Category, QuadrantNumber>>;
};

/** The fold of a team that has not made its own. */
export const DEFAULT_QUADRANTS: Quadrants = {
  names: ["Compute and containers", "Data and storage", "Build and ship", "Observe and secure"],
  of: {
    compute: 0,
    containers: 0,
    serverless: 0,
    edge: 0,
    networking: 0,
    storage: 1,
    databases: 1,
    analytics: 1,
    "machine-learning": 1,
    migration: 1,
    "developer-tools": 2,
    media: 2,
    iot: 2,
    "business-apps": 2,
    other: 2,
    security: 3,
    management: 3,
    observability: 3,
    sustainability: 3,
  },
};
