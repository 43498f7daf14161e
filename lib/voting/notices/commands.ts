import "server-only";

import { db } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { seenSchema, type SeenInput } from "./schema";

/** Notes that the viewer has seen the notices up to one of them; what came later stays. Again changes nothing. */
export async function markNoticesSeen(viewer: TeamViewer, input: SeenInput): Promise<Result<null>> {
  const permitted = permit(viewer, "team.read");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(seenSchema, input, { upTo: "notice" });
  if (!parsed.ok) return parsed;
  const { upTo, conference } = parsed.value;
  await db().$executeRaw`
    UPDATE notice SET seen_at = now()
    WHERE person_id = ${viewer.personId}::uuid AND team_id = ${viewer.teamId}::uuid AND seen_at IS NULL
      AND id <= ${upTo}::bigint
      AND (${conference}::text IS NULL OR conference_id = (SELECT id FROM conference WHERE slug = ${conference}))`;
  return ok(null);
}
