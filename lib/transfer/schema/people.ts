import { z } from "zod";

import { id, line } from "./parts";

export const personSchema = z.strictObject({
  id,
  /** By which people are known again. */
  email: z
    .string()
    .max(254, "is longer than an e-mail address can be")
    .regex(/^[^\s@]+@[^\s@]+$/u, "must be an e-mail address")
    .refine((given) => given === given.toLowerCase(), "must be in lower case"),
  name: line(200),
  /** What they were in the team, for whoever reads the file: bringing it in makes nobody a member. */
  role: z.enum(["member", "lead"]).nullable(),
});
export type TransferPerson = z.output<typeof personSchema>;
