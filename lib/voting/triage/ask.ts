/*
 * What an address of triage asks for, without the parser, so that the browser can lead from one to the next without
 * carrying it.
 */

/** In which order one goes through a conference. */
export const TRIAGE_ORDERS = ["talked", "closing", "newest", "category"] as const;
export type TriageOrder = (typeof TRIAGE_ORDERS)[number];

/** What one goes through, and in which order. */
export type TriageWay = {
  order: TriageOrder;
  /** Whether it is what one put off instead of the rest. */
  isLater: boolean;
};

export type TriageAsk = TriageWay & {
  /** Slug of the announcement to stand at; null stands at the first that needs a mark. */
  at: string | null;
};

/** What triage opens with when the address asks for nothing. */
export const WHOLE_TRIAGE: TriageAsk = { order: "talked", isLater: false, at: null };

/** The query string of an ask, without "?", empty for the one it opens with; `parseTriageAsk` reads it back. */
export function triageQuery({ order, isLater, at }: TriageAsk): string {
  const fields = new URLSearchParams();
  if (order !== WHOLE_TRIAGE.order) fields.set("order", order);
  if (isLater) fields.set("later", "1");
  if (at) fields.set("at", at);
  return fields.toString();
}
