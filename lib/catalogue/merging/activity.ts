import "server-only";

import { Prisma } from "@/lib/db/generated/client";

import { rememberedAs, type Part } from "./part";

/**
 * When a team last did something about the announcement. Triggers keep the counts of a tally by themselves, and take the
 * moving for something that the team does: this says what it was. Comes after all that is counted.
 */
export const activity: Part = {
  table: "tally",
  column: "announcement_id",
  remembers: Prisma.sql`jsonb_build_object(
    'team_id', held.team_id, 'announcement_id', held.announcement_id, 'last_activity_at', held.last_activity_at)`,
  async move(tx, { keep }, was) {
    await tx.$executeRaw`
      UPDATE tally SET last_activity_at = before.latest
      FROM (
        SELECT team_id, max(last_activity_at) AS latest FROM ${rememberedAs("tally", was)} AS tallies GROUP BY team_id
      ) AS before
      WHERE tally.announcement_id = ${keep}::uuid AND tally.team_id = before.team_id`;
  },
  async restore(tx, { keep, drop }, was, now) {
    // Where nothing happened between merge and undo, the kept one's time goes back to its own.
    await tx.$executeRaw`
      UPDATE tally SET last_activity_at =
        CASE WHEN stood.last_activity_at = before.latest THEN coalesce(before.own, before.latest) ELSE stood.last_activity_at END
      FROM ${rememberedAs("tally", now)} AS stood
      LEFT JOIN (
        SELECT team_id, max(last_activity_at) AS latest,
          max(last_activity_at) FILTER (WHERE announcement_id = ${keep}::uuid) AS own
        FROM ${rememberedAs("tally", was)} AS tallies GROUP BY team_id
      ) AS before ON before.team_id = stood.team_id
      WHERE tally.announcement_id = ${keep}::uuid AND tally.team_id = stood.team_id`;
    await tx.$executeRaw`
      INSERT INTO tally (team_id, announcement_id, last_activity_at)
      SELECT before.team_id, before.announcement_id, before.last_activity_at
      FROM ${rememberedAs("tally", was)} AS before JOIN team ON team.id = before.team_id
      WHERE before.announcement_id = ${drop}::uuid
      ON CONFLICT (team_id, announcement_id) DO UPDATE SET last_activity_at = excluded.last_activity_at`;
    // A team that had nothing on the kept one, and did nothing since, has nothing there again.
    await tx.$executeRaw`
      DELETE FROM tally USING ${rememberedAs("tally", was)} AS before
      WHERE tally.announcement_id = ${keep}::uuid AND tally.team_id = before.team_id
        AND before.announcement_id = ${drop}::uuid AND tally.last_activity_at = before.last_activity_at
        AND (tally.adopt, tally.investigate, tally.ignore, tally.comments) = (0, 0, 0, 0)
        AND NOT EXISTS (
          SELECT FROM ${rememberedAs("tally", was)} AS own
          WHERE own.announcement_id = ${keep}::uuid AND own.team_id = before.team_id
        )`;
  },
};
