import type { TeamViewer } from "@/lib/identity/types";
import { readRadarOutlook } from "@/lib/shortlist/export/radar-outlook";

import { createConference } from "./builders";
import type { Door } from "./door";

/** What a radar's files would hold. */
export const radarExportDoors: readonly Door<TeamViewer>[] = [
  {
    name: "readRadarOutlook",
    permission: "shortlist.export",
    call: async (viewer) => readRadarOutlook(viewer, (await createConference()).slug),
  },
];
