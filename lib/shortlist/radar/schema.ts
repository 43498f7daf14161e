import { z } from "zod";

import { CATEGORIES } from "@/lib/recap/types";
import { oneLine } from "@/lib/text/one-line";

/** A quadrant's name stands in a corner of the picture: forty letters are half its width. */
export const MAX_QUADRANT_NAME = 40;

const TOO_LONG = `Keep the name to ${MAX_QUADRANT_NAME} characters.`;

const name = z
  .string()
  .max(10_000, TOO_LONG)
  .transform(oneLine)
  .pipe(
    z
      .string()
      .min(1, "Say a name for this quadrant.")
      .refine((text) => Array.from(text).length <= MAX_QUADRANT_NAME, {
        message: TOO_LONG,
      }),
  );

/** The number of a quadrant, as stored and as a form says it. */
export const quadrantSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

const chosen = z.union([quadrantSchema, z.enum(["0", "1", "2", "3"]).transform(Number).pipe(quadrantSchema)], {
  error: "Choose a quadrant.",
});

/** How a lead arranges the radar. */
export const arrangeSchema = z
  .object({
    names: z.tuple([name, name, name, name]),
    of: z.record(z.enum(CATEGORIES), chosen, { error: "Choose a quadrant for every category." }),
    /** Which state of the arrangement the form showed; 0 while the program's holds. */
    was: z.coerce.number().int().nonnegative().max(2_147_483_647).catch(0),
  })
  .superRefine(({ names }, context) => {
    for (const [index, one] of names.entries()) {
      const same = names.findIndex((other) => other.toLowerCase() === one.toLowerCase());
      if (same < index) {
        context.addIssue({
          code: "custom",
          path: ["names", index],
          message: "Another quadrant has this name. Give it its own.",
        });
      }
    }
  });
export type ArrangeInput = {
  names: readonly string[];
  of: Readonly<Record<string, string | number>>;
  was: string | number;
};
