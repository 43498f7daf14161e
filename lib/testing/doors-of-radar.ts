import type { TeamViewer } from "@/lib/identity/types";
import { arrangeQuadrants } from "@/lib/shortlist/radar/commands";
import { DEFAULT_QUADRANTS } from "@/lib/shortlist/radar/quadrants";
import { readArrangement, readRadar } from "@/lib/shortlist/radar/queries";

import { createConference } from "./builders";
import type { Door } from "./door";

/** Reads and commands of the radar. */
export const radarDoors: readonly Door<TeamViewer>[] = [
  {
    name: "readRadar",
    permission: "team.read",
    call: async (viewer) => readRadar(viewer, (await createConference()).slug),
  },
  { name: "readArrangement", permission: "radar.arrange", call: (viewer) => readArrangement(viewer) },
  {
    name: "arrangeQuadrants",
    permission: "radar.arrange",
    call: (viewer) => arrangeQuadrants(viewer, { ...DEFAULT_QUADRANTS, was: 0 }),
  },
];
