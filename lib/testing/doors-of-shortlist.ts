import type { TeamViewer } from "@/lib/identity/types";
import { readComparison } from "@/lib/shortlist/compare";
import { moveOnShortlist } from "@/lib/shortlist/order";

import { createAnnouncement, createConference, createDecision } from "./builders";
import type { Door, Home } from "./door";

/** What is done with a shortlist on its page. */
export const shortlistDoors: readonly Door<TeamViewer>[] = [
  {
    name: "readComparison",
    permission: "team.read",
    call: async (viewer) => readComparison(viewer, (await createConference()).slug, null),
  },
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
