import { readFacets } from "@/lib/catalogue/board/facets";
import { WHOLE_BOARD } from "@/lib/catalogue/board/filter";
import { readBoardRows } from "@/lib/catalogue/board/queries";
import { deleteView, renameView, saveView, shareView } from "@/lib/catalogue/views/commands";
import { listSavedViews } from "@/lib/catalogue/views/queries";
import type { TeamViewer } from "@/lib/identity/types";

import { createConference } from "./builders";
import type { Door } from "./door";

let names = 0;

/** Reads of a board beside its page, and the views that are saved of it. */
export const boardDoors: readonly Door<TeamViewer>[] = [
  {
    name: "readBoardRows",
    permission: "team.read",
    call: async (viewer) => readBoardRows(viewer, (await createConference()).slug, WHOLE_BOARD),
  },
  {
    name: "readFacets",
    permission: "team.read",
    call: async (viewer) => readFacets(viewer, (await createConference()).slug, WHOLE_BOARD),
  },
  {
    name: "listSavedViews",
    permission: "team.read",
    call: async (viewer, { lead }) => {
      await aView(lead, true);
      return listSavedViews(viewer);
    },
  },
  { name: "saveView", permission: "team.read", call: (viewer) => saveView(viewer, given(false)) },
  {
    name: "saveView",
    case: "for the team",
    permission: "view.share",
    call: (viewer) => saveView(viewer, given(true)),
  },
  {
    name: "renameView",
    case: "of the team",
    permission: "view.share",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => renameView(viewer, { id: await aView(lead, true), name: given(true).name }),
  },
  {
    name: "deleteView",
    case: "of the team",
    permission: "view.share",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => deleteView(viewer, { id: await aView(lead, true) }),
  },
  {
    name: "shareView",
    permission: "view.share",
    call: async (viewer) => {
      const saved = await saveView(viewer, given(false));
      return saved.ok ? shareView(viewer, { id: saved.value.id }) : saved;
    },
  },
];

function given(isShared: boolean) {
  names += 1;
  return { name: `View ${names}`, query: "view=all&category=compute", isShared };
}

async function aView(viewer: TeamViewer, isShared: boolean): Promise<string> {
  const saved = await saveView(viewer, given(isShared));
  if (!saved.ok) throw new Error(saved.problem.message);
  return saved.value.id;
}
