import "server-only";

import type { Tx } from "@/lib/db/client";

import type { NoticeContent } from "./kinds";

export type Telling = NoticeContent & {
  teamId: string;
  /** Who did what it tells of, and is therefore not told. */
  actorId: string;
  conferenceId: string | null;
  subject: { type: string; id: string };
  /** What happened, by a name that no other event of the installation has: nobody is told one event twice. */
  event: string;
};

export type Audience = {
  /** Only these of the team's members; all of them when it is not given. */
  people?: readonly string[];
  /** Only those who have not marked everything of the conference. */
  onlyUnfinished?: boolean;
};

/**
 * Tells members of a team something, in the transaction of what it tells about and in one statement, and gives how many
 * are told. Never the one who did it, nobody who is deactivated, and nobody the same event a second time.
 */
export async function tellPeople(tx: Tx, telling: Telling, audience: Audience = {}): Promise<number> {
  const { teamId, actorId, conferenceId, kind, subject, event, data } = telling;
  const { people = null, onlyUnfinished = false } = audience;
  return tx.$executeRaw`
    INSERT INTO notice (team_id, person_id, actor_id, conference_id, kind, subject_type, subject_id, event, data)
    SELECT membership.team_id, person.id, ${actorId}::uuid, ${conferenceId}::uuid, ${kind}, ${subject.type},
      ${subject.id}::uuid, ${event}, ${JSON.stringify(data)}::jsonb
    FROM membership JOIN person ON person.id = membership.person_id
    LEFT JOIN conference ON conference.id = ${conferenceId}::uuid
    LEFT JOIN progress ON progress.team_id = membership.team_id AND progress.conference_id = conference.id
      AND progress.person_id = person.id
    WHERE membership.team_id = ${teamId}::uuid AND person.id <> ${actorId}::uuid AND person.deactivated_at IS NULL
      AND (${people}::uuid[] IS NULL OR person.id = ANY(${people}::uuid[]))
      AND (NOT ${onlyUnfinished} OR conference.announcement_count > coalesce(progress.marked, 0))
    ON CONFLICT (person_id, event) DO NOTHING`;
}
