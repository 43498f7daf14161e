import { withHits } from "@/lib/catalogue/search/hits";
import { readSearch } from "@/lib/catalogue/search/read-search";
import type { TeamViewer } from "@/lib/identity/types";

import { createAnnouncement } from "./builders";
import type { Door } from "./door";

/** Reads of searching the installation. */
export const searchDoors: readonly Door<TeamViewer>[] = [
  {
    name: "withHits",
    permission: "team.read",
    call: async (viewer) => {
      const { id, title } = await createAnnouncement();
      return withHits(viewer, "widgets", [{ id, title, services: [], mine: null }]);
    },
  },
  { name: "readSearch", permission: "team.read", call: (viewer) => readSearch(viewer, "gp3") },
];
