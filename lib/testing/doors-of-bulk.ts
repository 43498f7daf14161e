import type { TeamViewer } from "@/lib/identity/types";
import { castVotes } from "@/lib/voting/bulk";

import { createAnnouncement } from "./builders";
import type { Door } from "./door";

/** Commands that mark many announcements at once. */
export const bulkDoors: readonly Door<TeamViewer>[] = [
  {
    name: "castVotes",
    permission: "vote.cast",
    call: async (viewer) =>
      castVotes(viewer, { marks: [{ announcementId: (await createAnnouncement()).id, choice: "adopt" }] }),
  },
];
