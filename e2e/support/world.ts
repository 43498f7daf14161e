import { db } from "@/lib/db/client";
import type { Announcement, Conference, Person, Team } from "@/lib/db/generated/client";
import { hashPassword } from "@/lib/identity/password";
import { createAnnouncement, createConference, createMember, createPerson, createTeam } from "@/lib/testing/builders";

/** A team with a lead and a member, and a conference with a few announcements, that no other test touches. */
export type World = {
  team: Team;
  lead: Person;
  member: Person;
  conference: Conference;
  announcements: Announcement[];
  /** Addresses in this team. */
  home: string;
  board: string;
};

const ANNOUNCED = [
  { title: "Builders that sleep when idle", category: "developer-tools", services: ["Build Farm"], availability: "ga" },
  { title: "Quieter disks", category: "storage", services: ["Block Disks"], availability: "preview" },
  { title: "Tables that shard themselves", category: "databases", services: ["Table Store"], availability: "coming" },
] as const;

export async function makeWorld(given: Parameters<typeof createConference>[0] = {}): Promise<World> {
  const [team, conference] = await Promise.all([createTeam(), createConference(given)]);
  const lead = await createPerson({ name: "Lena Lead" });
  const member = await createPerson({ name: "Milo Member" });
  await createMember({ team, person: lead, role: "lead" });
  await createMember({ team, person: member, role: "member" });
  const announcements: Announcement[] = [];
  for (const announced of ANNOUNCED) {
    announcements.push(await createAnnouncement({ ...announced, conferenceId: conference.id }));
  }
  const home = `/teams/${team.slug}`;
  return { team, lead, member, conference, announcements, home, board: `${home}/conferences/${conference.slug}` };
}

/** Lets a person sign in with the form. */
export async function givePassword({ id }: Person, password: string): Promise<void> {
  await db().person.update({ where: { id }, data: { passwordHash: await hashPassword(password) } });
}

/** Every mark that was ever stored in a team, oldest first; null is a withdrawn one. */
export async function markHistory({ id }: Team): Promise<{ choice: string | null; note: string }[]> {
  return db().voteEvent.findMany({
    where: { teamId: id },
    select: { choice: true, note: true },
    orderBy: { id: "asc" },
  });
}
