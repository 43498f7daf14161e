import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { CATEGORIES } from "@/lib/recap/types";

import type { Quadrants } from "./quadrants";
import { readArrangement } from "./queries";
import { arrangeSchema, type ArrangeInput } from "./schema";

/**
 * Names the quadrants of the team's radar and says which category goes where. When somebody changed them since the form was
 * filled (`was`), nothing is stored; the same again changes nothing. Gives the version that stands now.
 */
export async function arrangeQuadrants(viewer: TeamViewer, input: ArrangeInput): Promise<Result<{ version: number }>> {
  const permitted = permit(viewer, "radar.arrange");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(arrangeSchema, input, {});
  if (!parsed.ok) return parsed;
  const { was, ...wanted } = parsed.value;
  return db().$transaction(async (tx) => {
    const version = await store(tx, viewer.teamId, wanted, was);
    if (version === null) return notStored(viewer, wanted);
    await recordAudit(tx, {
      ...{ viewer, action: "radar.arranged", subject: { type: "team", id: viewer.teamId } },
      data: { names: [...wanted.names], quadrants: { ...wanted.of }, version },
    });
    return ok({ version });
  });
}

/** The version after storing; null when another one stands than the form showed, or this one does already. */
async function store(tx: Tx, teamId: string, { names, of }: Quadrants, was: number): Promise<number | null> {
  const quadrants = JSON.stringify(of);
  const [stored] =
    was === 0
      ? await tx.$queryRaw<{ version: number }[]>`
          INSERT INTO radar_setting (team_id, names, quadrants) VALUES (${teamId}::uuid, ${names}::text[], ${quadrants}::jsonb)
          ON CONFLICT (team_id) DO NOTHING
          RETURNING version`
      : await tx.$queryRaw<{ version: number }[]>`
          UPDATE radar_setting SET names = ${names}::text[], quadrants = ${quadrants}::jsonb, version = version + 1
          WHERE team_id = ${teamId}::uuid AND version = ${was}::int
            AND (names, quadrants) IS DISTINCT FROM (${names}::text[], ${quadrants}::jsonb)
          RETURNING version`;
  return stored?.version ?? null;
}

async function notStored(viewer: TeamViewer, wanted: Quadrants): Promise<Result<{ version: number }>> {
  const stands = await readArrangement(viewer);
  if (!stands) return refuse("conflict", CHANGED_MEANWHILE);
  const { quadrants, version } = stands;
  const isSame =
    wanted.names.every((name, index) => name === quadrants.names[index]) &&
    CATEGORIES.every((category) => wanted.of[category] === quadrants.of[category]);
  return isSame ? ok({ version }) : refuse("conflict", CHANGED_MEANWHILE);
}

const CHANGED_MEANWHILE =
  "Somebody changed the quadrants meanwhile, so nothing was stored. Your changes are kept below: look at the radar, then save again to replace theirs.";
