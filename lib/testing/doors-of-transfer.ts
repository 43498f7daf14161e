import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { TeamViewer } from "@/lib/identity/types";
import { exportFile } from "@/lib/shortlist/export/queries";
import { transferIn } from "@/lib/transfer/commands";

import { createConference } from "./builders";
import type { Door } from "./door";

/** Bringing a team's file in. */
export const transferDoors: readonly Door<TeamViewer>[] = [
  {
    name: "transferIn",
    permission: "team.transfer",
    call: async (viewer, { lead }) => transferIn(viewer, { path: await aFile(lead), isCheck: true }),
  },
];

async function aFile(lead: TeamViewer): Promise<string> {
  const { slug: conference } = await createConference();
  const exported = await exportFile(lead, { conference, file: "debrief.json", query: new URLSearchParams() });
  if (!exported.ok) throw new Error(exported.problem.message);
  const file = path.join(await mkdtemp(path.join(tmpdir(), "debrief-door-")), "debrief.json");
  await writeFile(file, await new Response(exported.value.body).text());
  return file;
}
