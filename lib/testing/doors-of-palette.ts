import { readPaletteStart } from "@/lib/catalogue/palette/queries";
import type { TeamViewer } from "@/lib/identity/types";

import type { Door } from "./door";

/** Reads of the palette. */
export const paletteDoors: readonly Door<TeamViewer>[] = [
  { name: "readPaletteStart", permission: "team.read", call: (viewer) => readPaletteStart(viewer) },
];
