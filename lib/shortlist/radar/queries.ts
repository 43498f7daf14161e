import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";
import { CATEGORIES } from "@/lib/recap/types";

import { DEFAULT_QUADRANTS, type Quadrants } from "./quadrants";

/** How the team folds categories into quadrants: its own way, else the program's. */
export async function readQuadrants({ teamId }: Pick<TeamViewer, "teamId">): Promise<Quadrants> {
  const stored = await db().radarSetting.findUnique({ where: { teamId }, select: { names: true, quadrants: true } });
  return storedSchema.safeParse(stored).data ?? DEFAULT_QUADRANTS;
}

const quadrant = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

const storedSchema = z
  .object({
    names: z.tuple([z.string(), z.string(), z.string(), z.string()]),
    // A category that came with a later version has no place yet: it gets the program's.
    quadrants: z.partialRecord(z.enum(CATEGORIES), quadrant),
  })
  .transform(({ names, quadrants }): Quadrants => ({ names, of: { ...DEFAULT_QUADRANTS.of, ...quadrants } }));
