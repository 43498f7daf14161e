import { checkFeedNow, pauseFeed, unsubscribe } from "@/lib/catalogue/feeds/commands";
import { listFeeds, readFeedState } from "@/lib/catalogue/feeds/queries";
import { subscribeFeed, tryFeed } from "@/lib/catalogue/feeds/subscribe";
import type { TeamViewer } from "@/lib/identity/types";

import { createConference } from "./builders";
import type { Door } from "./door";
import { startFeedServer } from "./feed-server";

/** Reads and commands of following feeds. */
export const feedDoors: readonly Door<TeamViewer>[] = [
  { name: "tryFeed", permission: "feed.manage", call: async (viewer) => tryFeed(viewer, await anAddress()) },
  {
    name: "subscribeFeed",
    permission: "feed.manage",
    call: async (viewer) => subscribeFeed(viewer, await anAddress()),
  },
  {
    name: "listFeeds",
    permission: "feed.manage",
    call: async (viewer, { lead }) => {
      await aFeed(lead);
      return listFeeds(viewer);
    },
  },
  {
    name: "readFeedState",
    permission: "feed.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => readFeedState(viewer, await aFeed(lead)),
  },
  {
    name: "checkFeedNow",
    permission: "feed.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => checkFeedNow(viewer, await aFeed(lead)),
  },
  {
    name: "pauseFeed",
    permission: "feed.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => pauseFeed(viewer, await aFeed(lead), { isPaused: true }),
  },
  {
    name: "unsubscribe",
    permission: "feed.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => unsubscribe(viewer, await aFeed(lead)),
  },
];

async function anAddress() {
  return { url: (await startFeedServer()).url, conferenceSlug: (await createConference()).slug };
}

async function aFeed(lead: TeamViewer): Promise<string> {
  const made = await subscribeFeed(lead, await anAddress());
  if (!made.ok) throw new Error(made.problem.message);
  return made.value.feedId;
}
