import type { TeamViewer } from "@/lib/identity/types";
import { readMeeting } from "@/lib/voting/agenda/meeting-queries";
import { readAgenda } from "@/lib/voting/agenda/queries";

import { createConference } from "./builders";
import type { Door } from "./door";

/** Reads of what a team should talk about. */
export const agendaDoors: readonly Door<TeamViewer>[] = [
  {
    name: "readAgenda",
    permission: "team.read",
    call: async (viewer) => readAgenda(viewer, (await createConference()).slug),
  },
  {
    name: "readMeeting",
    permission: "team.read",
    call: async (viewer) => readMeeting(viewer, (await createConference()).slug, { since: null, at: null, later: [] }),
  },
];
