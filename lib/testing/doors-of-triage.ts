import type { TeamViewer } from "@/lib/identity/types";
import { WHOLE_TRIAGE } from "@/lib/voting/triage/ask";
import { fillCards } from "@/lib/voting/triage/cards";
import { putOff } from "@/lib/voting/triage/commands";
import { countPutOff, readGaps, readOwnMarks } from "@/lib/voting/triage/pass";
import { lastBefore, nextAfter, placeOf } from "@/lib/voting/triage/queue";
import { readTriage, readTriageCards } from "@/lib/voting/triage/queries";

import { createAnnouncement, createConference } from "./builders";
import type { Door } from "./door";

const WAY = { order: "talked", isLater: false } as const;

/** Reads and commands of triage: what it shows is the team's, how one goes through it is one's own. */
export const triageDoors: readonly Door<TeamViewer>[] = [
  {
    name: "readTriage",
    permission: "team.read",
    call: async (viewer) => readTriage(viewer, (await createConference()).slug, WHOLE_TRIAGE),
  },
  {
    name: "readTriageCards",
    permission: "team.read",
    call: async (viewer) =>
      readTriageCards(viewer, (await createConference()).slug, { ...WHOLE_TRIAGE, after: null, before: null }),
  },
  {
    name: "fillCards",
    permission: "team.read",
    call: async (viewer) => {
      const { id, title } = await createAnnouncement();
      return fillCards(viewer, [{ id, place: [0, 0, "", title, id], isPutOff: false }]);
    },
  },
  {
    name: "nextAfter",
    permission: "team.read",
    call: async (viewer) => nextAfter(viewer, (await createAnnouncement()).conferenceId, WAY, null, 1),
  },
  {
    name: "lastBefore",
    permission: "team.read",
    call: async (viewer) => {
      const { conferenceId, id } = await createAnnouncement();
      return lastBefore(viewer, conferenceId, WAY, [1, 0, "", "", id], 1);
    },
  },
  {
    name: "placeOf",
    permission: "team.read",
    call: async (viewer) => {
      const { conferenceId, slug } = await createAnnouncement();
      return placeOf(viewer, conferenceId, WAY, slug);
    },
  },
  {
    name: "readGaps",
    permission: "team.read",
    call: async (viewer) => ({ gaps: await readGaps(viewer) }),
  },
  {
    name: "countPutOff",
    permission: "team.read",
    call: async (viewer) => countPutOff(viewer, (await createConference()).id),
  },
  {
    name: "readOwnMarks",
    permission: "team.read",
    call: async (viewer) => readOwnMarks(viewer, (await createConference()).id),
  },
  {
    name: "putOff",
    permission: "vote.cast",
    call: async (viewer) => putOff(viewer, { announcementId: (await createAnnouncement()).id, isPutOff: true }),
  },
];
