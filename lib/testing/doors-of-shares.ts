import type { TeamViewer } from "@/lib/identity/types";
import { createShare, revokeShare } from "@/lib/shortlist/shares/commands";
import { listShares, queryWords } from "@/lib/shortlist/shares/queries";
import { aShare, shareInput } from "@/lib/shortlist/shares/testing";

import { createConference } from "./builders";
import type { Door } from "./door";

/** Reads and commands of links for people outside of the team. */
export const shareDoors: readonly Door<TeamViewer>[] = [
  {
    name: "createShare",
    permission: "share.manage",
    call: async (viewer) => createShare(viewer, shareInput(await createConference())),
  },
  {
    name: "revokeShare",
    permission: "share.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => revokeShare(viewer, { id: (await aShare(lead, await createConference())).id }),
  },
  {
    name: "listShares",
    permission: "share.manage",
    call: async (viewer, { lead }) => {
      const conference = await createConference();
      await aShare(lead, conference);
      return listShares(viewer, conference.slug);
    },
  },
  {
    name: "queryWords",
    permission: "team.read",
    call: (viewer) => queryWords(viewer, new URLSearchParams("quarter=2021-Q1")),
  },
];
