import { z } from "zod";

import { isSlug } from "@/lib/text/slug";

import { TRIAGE_ORDERS, WHOLE_TRIAGE, type TriageAsk } from "./ask";

const askSchema = z.object({
  order: z.enum(TRIAGE_ORDERS).catch(WHOLE_TRIAGE.order),
  later: z.literal("1").nullable().catch(null),
  at: z.string().refine(isSlug).nullable().catch(null),
});

/** What an address asks of triage. What makes no sense is left out, never an error: the address is anybody's. */
export function parseTriageAsk(params: Record<string, string | string[] | undefined>): TriageAsk {
  const { order, later, at } = askSchema.parse({
    order: first(params.order),
    later: first(params.later),
    at: first(params.at),
  });
  return { order, isLater: later !== null, at };
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
