import type { Prisma } from "@/lib/db/generated/client";

import type { FeedItemLine, ItemState } from "./types";

/** What a list of items shows of each. */
export const itemSelect = {
  id: true,
  title: true,
  url: true,
  publishedOn: true,
  effect: true,
  candidate: {
    select: {
      resolution: true,
      import: { select: { id: true, state: true } },
      announcement: { select: { slug: true } },
    },
  },
} as const satisfies Prisma.FeedItemSelect;

type ItemRow = Prisma.FeedItemGetPayload<{ select: typeof itemSelect }>;

/** An item as a list shows it. */
export function toItemLine({ id, title, url, publishedOn, effect, candidate }: ItemRow): FeedItemLine {
  const state = stateOf(candidate);
  return {
    ...{ id: String(id), title, url, publishedOn, state },
    isByRule: effect !== null && (state === "skipped" || state === "published"),
    importId: candidate?.import.id ?? null,
    announcementSlug: state === "published" ? (candidate?.announcement?.slug ?? null) : null,
  };
}

/** What became of an item, by its candidate and the import that one is in. */
export function stateOf(candidate: { resolution: string; import: { state: string } } | null): ItemState {
  if (!candidate) return "gone";
  const { resolution } = candidate;
  if (candidate.import.state === "discarded") return "discarded";
  if (resolution === "skip") return "skipped";
  if (candidate.import.state === "published") return resolution === "open" ? "left" : "published";
  return resolution === "open" ? "waiting" : "accepted";
}
