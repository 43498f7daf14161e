import type { TeamViewer } from "@/lib/identity/types";
import { WHOLE_SHORTLIST } from "@/lib/shortlist/filter";
import { readPrintout } from "@/lib/shortlist/print/queries";

import { createConference } from "./builders";
import type { Door } from "./door";

/** Documents that a team takes away. */
export const documentDoors: readonly Door<TeamViewer>[] = [
  {
    name: "readPrintout",
    permission: "shortlist.export",
    call: async (viewer) => readPrintout(viewer, (await createConference()).slug, WHOLE_SHORTLIST),
  },
];
