import type { Announcement } from "@/lib/db/generated/client";
import { createAnnouncement, createConference, createDecision, createVote } from "@/lib/testing/builders";
import type { Choice } from "@/lib/voting/types";

import { makeWorld, type World } from "./world";

/** What a team settled, or leans to where `leans` is said: title, category, ring, and the ring of its service before. */
const ON_RADAR = [
  { title: "Arm processors", category: "compute", ring: "adopt" },
  { title: "Billed per millisecond", category: "serverless", ring: "adopt", before: "investigate" },
  { title: "Clusters in your own rack", category: "containers", ring: "investigate", leans: true },
  { title: "Desktop instances", category: "compute", ring: "ignore" },
  { title: "Quiet volumes", category: "storage", ring: "adopt", before: "ignore" },
  { title: "Strong consistency", category: "storage", ring: "adopt", leans: true },
  { title: "Tables that speak SQL", category: "databases", ring: "investigate" },
  { title: "Translators of dialects", category: "databases", ring: "ignore", before: "adopt" },
  { title: "A shell in the console", category: "developer-tools", ring: "adopt" },
  { title: "Templates for services", category: "developer-tools", ring: "investigate" },
  { title: "Faults on demand", category: "observability", ring: "investigate", before: "ignore" },
  { title: "Paths that prove themselves", category: "security", ring: "adopt" },
] as const satisfies readonly {
  title: string;
  category: string;
  ring: Choice;
  before?: Choice;
  leans?: boolean;
}[];

export type RadarWorld = World & { radar: string; onRadar: Announcement[] };

/** A team with twelve announcements on its radar, four of whose services it placed a year before, and three unmarked. */
export async function makeRadarWorld(): Promise<RadarWorld> {
  const world = await makeWorld({ name: "Example Conf 2031", startsOn: new Date("2031-11-30") });
  const before = await createConference({ name: "Example Conf 2030", startsOn: new Date("2030-11-30") });
  const ids = { teamId: world.team.id, decidedById: world.lead.id };
  const onRadar: Announcement[] = [];
  for (const { title, category, ring, ...more } of ON_RADAR) {
    const services = [`${world.team.slug} ${title}`];
    const made = await createAnnouncement({ title, category, services, conferenceId: world.conference.id });
    onRadar.push(made);
    if ("leans" in more) {
      const marked = { teamId: world.team.id, announcementId: made.id, choice: ring };
      await createVote({ ...marked, personId: world.member.id });
    } else await createDecision({ ...ids, announcementId: made.id, choice: ring });
    if (!("before" in more)) continue;
    const earlier = await createAnnouncement({ title, category, services, conferenceId: before.id });
    await createDecision({ ...ids, announcementId: earlier.id, choice: more.before });
  }
  return { ...world, radar: `${world.board}/radar`, onRadar };
}
