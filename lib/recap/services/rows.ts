import type { Category } from "../types";

/**
 * Services of one vendor by category. A row is the canonical name, then the other names people write, between
 * bars: short, former and misspelt ones, and features that belong to the service. A name that is also an
 * everyday word is marked with ~ (the canonical one too) and counts only where a post about that vendor uses it as a
 * name. An alias in small letters counts in any case: a phrase ("lambda function") anywhere, a word ("lambdas") in a
 * post about that vendor.
 */
export type ServiceRows = Partial<Record<Category, readonly string[]>>;
