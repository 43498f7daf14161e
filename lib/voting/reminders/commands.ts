import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { formatMoment } from "@/lib/format/date";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { tellPeople } from "../notices/tell";
import { ROUND_COLUMNS, roundOf, type RoundColumns } from "../rounds/standing";
import { remindSchema, type RemindInput } from "./schema";

/** Nobody is asked more often than this. */
const PAUSE_HOURS = 24;

/**
 * Asks members of the viewer's team for the marks they have left in an open round, or in the newest conference when it has
 * no round, and gives whom. Never the viewer, nobody who is done, and nobody who was asked within a day.
 */
export async function remindMembers(viewer: TeamViewer, input: RemindInput): Promise<Result<{ told: string[] }>> {
  const permitted = permit(viewer, "member.remind");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(remindSchema, input, { conference: "conference", personIds: "person" });
  if (!parsed.ok) return parsed;
  const { conference, personIds = null } = parsed.value;
  return db().$transaction(async (tx) => {
    const asked = await findConference(tx, viewer, conference);
    if (!asked.ok) return asked;
    await oneAtATime(tx, viewer);
    const people = await findPeople(tx, viewer, { conferenceId: asked.value.id, personIds });
    await tell(tx, viewer, asked.value, people);
    return ok({ told: people.map(({ name }) => name) });
  });
}

type Asked = { id: string; slug: string; name: string };

async function findConference(tx: Tx, { teamId }: TeamViewer, slug: string): Promise<Result<Asked>> {
  const [found] = await tx.$queryRaw<(Asked & RoundColumns & { isNewest: boolean })[]>`
    SELECT conference.id, conference.slug, conference.name, ${ROUND_COLUMNS}, conference.id = (
        SELECT id FROM conference WHERE announcement_count > 0
        ORDER BY coalesce(starts_on, created_at::date) DESC, id DESC LIMIT 1
      ) AS "isNewest"
    FROM conference
    LEFT JOIN round ON round.team_id = ${teamId}::uuid AND round.conference_id = conference.id
    WHERE conference.slug = ${slug}`;
  if (!found) return refuseNotFound("conference");
  const { id, name, isNewest } = found;
  const round = roundOf(found);
  if (round?.closedAt) return refuse("conflict", overSentence(round.closedAt, round.timeZone));
  return round || isNewest ? ok({ id, slug, name }) : refuse("conflict", NOT_NOW);
}

function overSentence(closedAt: string, timeZone: string): string {
  return `Nobody is reminded: the round closed ${formatMoment(closedAt, timeZone)}. Reopen it first.`;
}

const NOT_NOW = "Nobody is asked to mark an older conference. Open a round for it first.";

/** Of two leads who ask at once the second finds that it was done. */
async function oneAtATime(tx: Tx, { teamId }: TeamViewer): Promise<void> {
  await tx.$executeRaw`SELECT FROM team WHERE id = ${teamId}::uuid FOR NO KEY UPDATE`;
}

function findPeople(
  tx: Tx,
  { teamId, personId }: TeamViewer,
  { conferenceId, personIds }: { conferenceId: string; personIds: string[] | null },
): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    SELECT person.id, person.name
    FROM membership
    JOIN person ON person.id = membership.person_id
    JOIN conference ON conference.id = ${conferenceId}::uuid
    LEFT JOIN progress ON progress.team_id = membership.team_id AND progress.person_id = membership.person_id
      AND progress.conference_id = conference.id
    WHERE membership.team_id = ${teamId}::uuid AND person.id <> ${personId}::uuid AND person.deactivated_at IS NULL
      AND (${personIds}::uuid[] IS NULL OR person.id = ANY(${personIds}::uuid[]))
      AND conference.announcement_count > coalesce(progress.marked, 0)
      AND NOT EXISTS (
        SELECT FROM notice
        WHERE notice.person_id = person.id AND notice.team_id = membership.team_id AND notice.kind = 'reminder'
          AND notice.conference_id = conference.id AND notice.created_at > now() - ${PAUSE_HOURS} * interval '1 hour'
      )
    ORDER BY person.name, person.id`;
}

async function tell(
  tx: Tx,
  viewer: TeamViewer,
  { id, slug, name }: Asked,
  people: readonly { id: string; name: string }[],
): Promise<void> {
  if (people.length === 0) return;
  const day = new Date().toISOString().slice(0, 10);
  const subject = { type: "conference", id };
  await tellPeople(
    tx,
    {
      ...{ kind: "reminder", data: {}, subject, conferenceId: id },
      ...{ teamId: viewer.teamId, actorId: viewer.personId, event: `reminder/${viewer.teamId}/${id}/${day}` },
    },
    { people: people.map((person) => person.id), onlyUnfinished: true },
  );
  const data = { conference: { slug, name }, people: people.map((person) => ({ ...person })) };
  await recordAudit(tx, { viewer, action: "member.reminded", subject, data });
}
