import type { TeamViewer } from "@/lib/identity/types";
import { settleDecision, settleMany } from "@/lib/voting/decisions/commands";
import { recordDelivery } from "@/lib/voting/decisions/delivery";
import { listOwners, readDecisionHistory } from "@/lib/voting/decisions/queries";

import { createAnnouncement } from "./builders";
import type { Door } from "./door";

/** Reads and commands of what leads decide, and of how it is carried out. */
export const decisionDoors: readonly Door<TeamViewer>[] = [
  {
    name: "settleMany",
    permission: "decision.settle",
    call: async (viewer) => {
      const { id: announcementId } = await createAnnouncement();
      return settleMany(viewer, { items: [{ announcementId, was: null }], choice: "adopt" });
    },
  },
  {
    name: "recordDelivery",
    permission: "delivery.record",
    call: async (viewer, { lead }) => {
      const announcementId = await aDecision(lead, viewer.personId);
      return recordDelivery(viewer, { announcementId, was: "planned", delivery: "started", on: "" });
    },
  },
  {
    name: "readDecisionHistory",
    permission: "team.read",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => readDecisionHistory(viewer, await aDecision(lead, "")),
  },
  { name: "listOwners", permission: "team.read", call: (viewer) => listOwners(viewer) },
];

/** Something the lead decided to adopt, for somebody of the team to carry out. */
async function aDecision(lead: TeamViewer, owner: string): Promise<string> {
  const { id: announcementId } = await createAnnouncement();
  await settleDecision(lead, { announcementId, choice: "adopt", was: null, owner });
  return announcementId;
}
