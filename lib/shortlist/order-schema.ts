import { z } from "zod";

const filterSchema = z.object({
  owner: z.union([z.guid(), z.literal("nobody")]).nullable(),
  quarter: z.string().nullable(),
  service: z.string().nullable(),
});

const NO_PLACE = "Type the number of the place it should have, from 1 on.";

export const moveSchema = z.object({
  announcementId: z.guid(),
  /** In front of which announcement it goes; null is behind `after`, or last where that is null too. */
  before: z.guid().nullable().default(null),
  after: z.guid().nullable().default(null),
  /** Its place among what the filter lets through, counted from 1, in place of neighbours; beyond the end is last. */
  to: z.number({ error: NO_PLACE }).int(NO_PLACE).min(1, NO_PLACE).max(1_000_000, NO_PLACE).nullable().default(null),
  /** What the list shows that the places are counted in. */
  filter: filterSchema.default({ owner: null, quarter: null, service: null }),
});
export type MoveInput = z.input<typeof moveSchema>;
