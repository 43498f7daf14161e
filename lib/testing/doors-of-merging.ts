import { mergeAnnouncements, undoMerge } from "@/lib/catalogue/merging/commands";
import { listMergedInto, previewMerge, readKept } from "@/lib/catalogue/merging/queries";
import { listTwins } from "@/lib/catalogue/merging/twins";
import type { Announcement } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import { createAnnouncement } from "./builders";
import type { Door } from "./door";

/** Reads and commands of merging announcements, which are every team's: no row of them is one team's own. */
export const mergingDoors: readonly Door<TeamViewer>[] = [
  {
    name: "mergeAnnouncements",
    permission: "announcement.merge",
    call: async (viewer) => {
      const [keep, drop] = await twins();
      return mergeAnnouncements(viewer, { keep: keep.id, drop: drop.id });
    },
  },
  {
    name: "undoMerge",
    permission: "announcement.merge",
    call: async (viewer, { lead }) => undoMerge(viewer, { mergeId: (await aMerge(lead)).mergeId }),
  },
  {
    name: "listMergedInto",
    permission: "announcement.merge",
    call: async (viewer, { lead }) => listMergedInto(viewer, (await aMerge(lead)).keep.id),
  },
  {
    name: "listTwins",
    permission: "announcement.merge",
    call: async (viewer) => listTwins(viewer, (await twins())[0].slug, ""),
  },
  {
    name: "previewMerge",
    permission: "announcement.merge",
    call: async (viewer) => {
      const [keep, drop] = await twins();
      return previewMerge(viewer, { keep: keep.slug, drop: drop.slug });
    },
  },
  {
    name: "readKept",
    permission: "team.read",
    call: async (viewer, { lead }) => readKept(viewer, (await aMerge(lead)).drop.slug),
  },
];

async function twins(): Promise<[Announcement, Announcement]> {
  const keep = await createAnnouncement();
  return [keep, await createAnnouncement({ conferenceId: keep.conferenceId })];
}

async function aMerge(lead: TeamViewer) {
  const [keep, drop] = await twins();
  const merged = await mergeAnnouncements(lead, { keep: keep.id, drop: drop.id });
  if (!merged.ok) throw new Error(merged.problem.message);
  return { keep, drop, mergeId: merged.value.mergeId };
}
