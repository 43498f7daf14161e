import { randomUUID } from "node:crypto";

import { db } from "@/lib/db/client";

import type {
  Announcement,
  Choice,
  Comment,
  Conference,
  Decision,
  Membership,
  Person,
  Prisma,
  Role,
  Round,
  Source,
  Team,
  Vote,
} from "@/lib/db/generated/client";

/*
 * Rows for tests. Each builder fills every field that is not under test, with values no other row has, and makes the
 * rows it needs that are not given.
 */

/** Somebody with an address of their own and no password. */
export async function createPerson(given: Partial<Prisma.PersonUncheckedCreateInput> = {}): Promise<Person> {
  const email = `${unique("person")}@example.com`;
  return db().person.create({ data: { name: "Ada Example", email, ...given } });
}

/** A team without members. */
export async function createTeam(given: Partial<Prisma.TeamUncheckedCreateInput> = {}): Promise<Team> {
  return db().team.create({ data: { name: "Platform", slug: unique("team"), ...given } });
}

/** A membership, as a member unless a role is given. */
export async function createMember(
  given: { team?: Team; person?: Person; role?: Role } = {},
): Promise<{ person: Person; team: Team; membership: Membership }> {
  const team = given.team ?? (await createTeam());
  const person = given.person ?? (await createPerson());
  const ids = { teamId: team.id, personId: person.id };
  const membership = await db().membership.create({ data: { ...ids, role: given.role ?? "member" } });
  return { person, team, membership };
}

/** A conference with nothing announced. */
export async function createConference(
  given: Partial<Prisma.ConferenceUncheckedCreateInput> = {},
): Promise<Conference> {
  return db().conference.create({ data: { name: "Example Conf 2030", slug: unique("conference"), ...given } });
}

/** `services` are names, in order; a service of that name is made unless there is one. */
export async function createAnnouncement({
  services = [],
  ...given
}: Partial<Prisma.AnnouncementUncheckedCreateWithoutServicesInput> & {
  services?: readonly string[];
} = {}): Promise<Announcement> {
  const conferenceId = given.conferenceId ?? (await createConference()).id;
  const data = { title: "Faster widgets", slug: unique("announcement"), category: "compute", ...given, conferenceId };
  const { id } = await db().announcement.create({ data });
  for (const [position, name] of services.entries()) {
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    // Tests side by side make the same service: an upsert of each would find none and make two.
    await db().service.createMany({ data: [{ slug, name }], skipDuplicates: true });
    const service = await db().service.findUniqueOrThrow({ where: { slug } });
    await db().announcementService.create({ data: { announcementId: id, serviceId: service.id, position } });
  }
  return db().announcement.findUniqueOrThrow({ where: { id } });
}

/** A source that mentions nothing yet. */
export async function createSource(given: Partial<Prisma.SourceUncheckedCreateInput> = {}): Promise<Source> {
  return db().source.create({ data: { title: "A recap", identity: unique("source"), ...given } });
}

/** A mark, adopt unless a choice is given; the triggers keep the tally. */
export async function createVote(given: {
  teamId: string;
  announcementId: string;
  personId: string;
  choice?: Choice;
  note?: string;
}): Promise<Vote> {
  return db().vote.create({ data: { choice: "adopt", ...given } });
}

/** A comment; the triggers count it. */
export async function createComment(given: {
  teamId: string;
  announcementId: string;
  authorId: string;
  body?: string;
}): Promise<Comment> {
  return db().comment.create({ data: { body: "What would moving cost?", ...given } });
}

/** What a lead settled, to adopt unless a choice is given, with the line of its history. */
export async function createDecision(
  given: Pick<Prisma.DecisionUncheckedCreateInput, "teamId" | "announcementId" | "decidedById"> &
    Partial<Prisma.DecisionUncheckedCreateInput>,
): Promise<Decision> {
  const decision = await db().decision.create({ data: { choice: "adopt", ...given } });
  const { teamId, announcementId, choice, reason, ownerId, targetOn, targetIsQuarter } = decision;
  const settled = { teamId, announcementId, choice, reason, ownerId, targetOn, targetIsQuarter };
  const by = { actorId: decision.decidedById, at: decision.decidedAt };
  await db().decisionEvent.create({ data: { ...settled, ...by, kind: "settled" } });
  return decision;
}

/** A round that is open for another day, not blind, unless given. */
export async function createRound(
  given: Pick<Prisma.RoundUncheckedCreateInput, "teamId" | "conferenceId" | "openedById"> &
    Partial<Prisma.RoundUncheckedCreateInput>,
): Promise<Round> {
  const closesAt = new Date(Date.now() + 86_400_000);
  return db().round.create({ data: { closesAt, timeZone: "Europe/London", quorum: 1, isBlind: false, ...given } });
}

function unique(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`;
}
