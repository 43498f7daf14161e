import type { TeamViewer } from "@/lib/identity/types";
import { moveOnShortlist } from "@/lib/shortlist/order";

import { createAnnouncement, createDecision } from "./builders";
import type { Door, Home } from "./door";

/** What is done with a shortlist on its page. */
export const shortlistDoors: readonly Door<TeamViewer>[] = [
  {
    name: "moveOnShortlist",
    permission: "shortlist.order",
    namesRowOfTeam: true,
    call: async (viewer, home) => moveOnShortlist(viewer, { announcementId: await aDecided(home), to: 1 }),
  },
];

async function aDecided({ team, lead }: Home): Promise<string> {
  const { id } = await createAnnouncement();
  await createDecision({ teamId: team.id, announcementId: id, decidedById: lead.personId });
  return id;
}
