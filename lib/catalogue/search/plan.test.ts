import { describe, expect, it } from "vitest";

import { createConference, createSource } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import type { TeamViewer } from "@/lib/identity/types";

import { matches } from "./matches";

describe("the plan of a search", () => {
  it("reads announcements, notes, comments and takes through their trigram indexes", async () => {
    const viewer = await createTeamViewer();
    const conference = await createConference();
    await grow(viewer, conference.id);

    // Reading two thousand rows from end to end would cost less, and of two hundred thousand much more.
    const [, plan] = await testDb().$transaction([
      testDb().$executeRaw`SET LOCAL enable_seqscan = off`,
      testDb().$queryRaw<{ "QUERY PLAN": string }[]>`
        EXPLAIN SELECT id FROM announcement WHERE ${matches("graviton cost", conference.slug, viewer)}`,
    ]);

    const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
    for (const index of ["announcement", "vote", "comment", "mention"]) {
      expect(text).toContain(`Bitmap Index Scan on ${index}_search_words`);
    }
    expect(text).not.toMatch(/Seq Scan on (announcement|vote|comment|mention)/);
  });

  /** Two thousand announcements with a mention, a note and a comment each. */
  async function grow(viewer: TeamViewer, conferenceId: string): Promise<void> {
    const source = await createSource();
    await testDb().$executeRaw`
      WITH made AS (
        INSERT INTO announcement (slug, conference_id, title, summary, category, updated_at)
        SELECT 'grown-' || n, ${conferenceId}::uuid, 'Faster widget ' || n, (SELECT string_agg(md5(n || '.' || m), ' ') FROM generate_series(1, 4) AS m), 'compute', now()
        FROM generate_series(1, 2000) AS n RETURNING id, summary
      ), mentioned AS (
        INSERT INTO mention (announcement_id, source_id, take) SELECT id, ${source.id}::uuid, summary FROM made
      ), commented AS (
        INSERT INTO comment (team_id, announcement_id, author_id, body)
        SELECT ${viewer.teamId}::uuid, id, ${viewer.personId}::uuid, summary FROM made
      )
      INSERT INTO vote (team_id, announcement_id, person_id, choice, note)
      SELECT ${viewer.teamId}::uuid, id, ${viewer.personId}::uuid, 'adopt', summary FROM made`;
    // What was written last waits beside the indexes, and counts against them, until they are tidied.
    await testDb().$executeRaw`VACUUM ANALYZE announcement, mention, vote, comment`;
  }
});
