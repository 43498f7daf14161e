import type { TeamViewer } from "@/lib/identity/types";
import { readCatchUp } from "@/lib/live/queries";

import type { Door } from "./door";

/** Reads of what changed; the streams ask `Hub.open`, which has tests of its own. */
export const liveDoors: readonly Door<TeamViewer>[] = [
  { name: "readCatchUp", permission: "team.read", call: (viewer) => readCatchUp(viewer, Date.now()) },
];
