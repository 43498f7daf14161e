import { readSearch } from "@/lib/catalogue/search/read-search";
import type { TeamViewer } from "@/lib/identity/types";

import type { Door } from "./door";

/** Reads of searching the installation. */
export const searchDoors: readonly Door<TeamViewer>[] = [
  { name: "readSearch", permission: "team.read", call: (viewer) => readSearch(viewer, "gp3") },
];
