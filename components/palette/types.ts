import type { Range } from "@/lib/catalogue/search/types";
import type { Theme } from "@/components/shell/theme";

/** In the order they are shown. */
export const PALETTE_GROUPS = [
  "Recent",
  "Actions",
  "Pages",
  "Conferences",
  "Services",
  "Announcements",
  "You",
] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** What choosing an entry does. A file is fetched without leaving the page. */
export type Deed =
  | { kind: "go" | "download"; href: string }
  | { kind: "theme"; theme: Theme }
  | { kind: "sign-out" | "keys" | "search-again" };

export type PaletteEntry = {
  /** No two entries of a list have the same. */
  id: string;
  group: PaletteGroup;
  label: string;
  /** What of the label was searched for. */
  ranges?: readonly Range[];
  /** Said at the right: where it is, how much of it there is. */
  detail?: string;
  /** By which it is found, too. */
  words?: string;
  deed: Deed;
};
