import { addCandidate } from "@/lib/catalogue/imports/add-candidate";
import { createImport } from "@/lib/catalogue/imports/create-import";
import { publishImport } from "@/lib/catalogue/imports/publish-import";
import { listConferences, listImports, readCandidate, readImport } from "@/lib/catalogue/imports/queries";
import { readProgress, retryReading } from "@/lib/catalogue/imports/reading/commands";
import { discardImport, reopenAll, resolveAll, resolveCandidate } from "@/lib/catalogue/imports/review-commands";
import { countReview, listEntries } from "@/lib/catalogue/imports/review-queries";
import { readStaying } from "@/lib/catalogue/imports/staying";
import { listMergeTargets } from "@/lib/catalogue/imports/targets";
import { POST, readIn } from "@/lib/catalogue/imports/testing";
import { undoPublish } from "@/lib/catalogue/imports/undo-publish";
import type { ImportReview } from "@/lib/catalogue/imports/types";
import type { TeamViewer } from "@/lib/identity/types";

import { createConference } from "./builders";
import { testDb } from "./database";
import type { Door } from "./door";

/** Reads and commands of reading posts in. */
export const importDoors: readonly Door<TeamViewer>[] = [
  {
    name: "createImport",
    permission: "import.create",
    call: async (viewer) => createImport(viewer, { conferenceSlug: (await createConference()).slug, text: POST }),
  },
  {
    name: "listConferences",
    permission: "import.create",
    call: async (viewer) => {
      await createConference();
      return listConferences(viewer);
    },
  },
  { name: "listImports", permission: "import.review", call: (viewer) => listImports(viewer) },
  {
    name: "readImport",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => readImport(viewer, (await anImport(lead)).id),
  },
  {
    name: "readCandidate",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => readCandidate(viewer, await aCandidate(lead)),
  },
  {
    name: "listMergeTargets",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => {
      const targets = await listMergeTargets(viewer, await aCandidate(lead), "");
      return targets && { targets };
    },
  },
  {
    name: "resolveCandidate",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) =>
      resolveCandidate(viewer, {
        candidateId: await aCandidate(lead),
        version: 1,
        resolution: "skip",
        announcementId: undefined,
        title: undefined,
        category: undefined,
        availability: undefined,
        services: undefined,
      }),
  },
  {
    name: "resolveAll",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => resolveAll(viewer, (await anImport(lead)).id, { above: 0.5 }),
  },
  {
    name: "reopenAll",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => reopenAll(viewer, (await anImport(lead)).id, []),
  },
  {
    name: "addCandidate",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) =>
      addCandidate(viewer, { importId: (await anImport(lead)).id, words: "build team" }),
  },
  {
    name: "listEntries",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => {
      const { id, candidates } = await anImport(lead);
      const ids = candidates.map((candidate) => candidate.id);
      return listEntries(viewer, id, ids);
    },
  },
  {
    name: "countReview",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => countReview(viewer, (await anImport(lead)).id),
  },
  {
    name: "publishImport",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => publishImport(viewer, (await anImport(lead)).id, { open: "leave" }),
  },
  {
    name: "readProgress",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => readProgress(viewer, (await anImport(lead)).id),
  },
  {
    name: "retryReading",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => retryReading(viewer, (await anImport(lead)).id),
  },
  {
    name: "undoPublish",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => {
      const { id } = await anImport(lead);
      await publishImport(lead, id, { open: "accept" });
      return undoPublish(viewer, id);
    },
  },
  {
    name: "readStaying",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => {
      const { id } = await anImport(lead);
      await publishImport(lead, id, { open: "accept" });
      await testDb().announcement.updateMany({ where: { importId: id }, data: { editedAt: new Date() } });
      await undoPublish(lead, id);
      return readStaying(viewer, id);
    },
  },
  {
    name: "discardImport",
    permission: "import.review",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => discardImport(viewer, (await anImport(lead)).id),
  },
];

async function anImport(lead: TeamViewer): Promise<ImportReview> {
  return readIn(lead, (await createConference()).slug);
}

async function aCandidate(lead: TeamViewer): Promise<string> {
  const [first] = (await anImport(lead)).candidates;
  if (!first) throw new Error("Nothing was found in the post.");
  return first.id;
}
