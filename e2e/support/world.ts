import type { Announcement, Conference, Person, Team } from "@/lib/db/generated/client";
import { createAnnouncement, createConference, createMember, createPerson, createTeam } from "@/lib/testing/builders";

/** A team with a lead and a member, and a conference with a few announcements, that no other test touches. */
export type World = {
  team: Team;
  lead: Person;
  member: Person;
  conference: Conference;
  announcements: Announcement[];
};

const ANNOUNCED = [
  { title: "Builders that sleep when idle", category: "developer-tools", services: ["Build Farm"], availability: "ga" },
  { title: "Quieter disks", category: "storage", services: ["Block Disks"], availability: "preview" },
  { title: "Tables that shard themselves", category: "databases", services: ["Table Store"], availability: "coming" },
] as const;

export async function makeWorld(): Promise<World> {
  const [team, conference] = await Promise.all([createTeam(), createConference()]);
  const lead = await createPerson({ name: "Lena Lead" });
  const member = await createPerson({ name: "Milo Member" });
  await createMember({ team, person: lead, role: "lead" });
  await createMember({ team, person: member, role: "member" });
  const announcements: Announcement[] = [];
  for (const announced of ANNOUNCED) {
    announcements.push(await createAnnouncement({ ...announced, conferenceId: conference.id }));
  }
  return { team, lead, member, conference, announcements };
}
