import type { TeamViewer } from "@/lib/identity/types";
import { remindMembers } from "@/lib/voting/reminders/commands";
import { readSince } from "@/lib/voting/since/queries";
import { noteHere, sinceWhen } from "@/lib/voting/since/visit";

import { createAnnouncement, createConference } from "./builders";
import type { Door } from "./door";

/** Reads and commands of how far a team is and what changed in it. */
export const progressDoors: readonly Door<TeamViewer>[] = [
  { name: "readSince", permission: "team.read", call: (viewer) => readSince(viewer) },
  { name: "noteHere", permission: "team.read", call: (viewer) => noteHere(viewer) },
  {
    name: "sinceWhen",
    permission: "team.read",
    call: async (viewer) => ({ since: await sinceWhen(viewer) }),
  },
  {
    name: "remindMembers",
    permission: "member.remind",
    call: async (viewer) => {
      const { id: conferenceId, slug } = await createConference({ startsOn: new Date("2100-01-01") });
      await createAnnouncement({ conferenceId });
      return remindMembers(viewer, { conference: slug });
    },
  },
];
