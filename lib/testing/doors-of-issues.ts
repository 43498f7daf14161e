import type { TeamViewer } from "@/lib/identity/types";
import { WHOLE_SHORTLIST } from "@/lib/shortlist/filter";
import { readIssues } from "@/lib/shortlist/issues/queries";

import { createConference } from "./builders";
import type { Door } from "./door";

/** The reads that hand decisions over to a tracker. */
export const issueDoors: readonly Door<TeamViewer>[] = [
  {
    name: "readIssues",
    permission: "shortlist.export",
    call: async (viewer) => {
      const { slug } = await createConference();
      return readIssues(viewer, { conference: slug, filter: WHOLE_SHORTLIST, repository: null });
    },
  },
];
