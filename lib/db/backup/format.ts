import { createHash, type Hash } from "node:crypto";

import { z } from "zod";

/*
 * A backup is a gzip file of JSON lines: a manifest, a line for each row as [index of its table, row], and a last line
 * with the number of rows and the SHA-256 of every line before it, by which a file that was cut off or changed is told.
 */

export const FORMAT = 1;

export const manifestSchema = z.object({
  format: z.number(),
  app: z.literal("debrief"),
  createdAt: z.iso.datetime(),
  /** The migrations the rows were written under, in order. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const rowSchema = z.tuple([z.number(), z.record(z.string(), z.unknown())]);

export const endSchema = z.object({ rows: z.number(), sha256: z.string() });

/** The running digest of a backup's lines. */
export class Digest {
  private readonly hash: Hash = createHash("sha256");

  add(line: string): void {
    this.hash.update(line).update("\n");
  }

  end(): string {
    return this.hash.digest("hex");
  }
}
