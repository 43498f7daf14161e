import { checkFeedNow, pauseFeed, unsubscribe } from "@/lib/catalogue/feeds/commands";
import { listFeeds, readFeedState } from "@/lib/catalogue/feeds/queries";
import { reverseRule } from "@/lib/catalogue/feeds/reverse-rule";
import { removeRule, saveRule, tryRule } from "@/lib/catalogue/feeds/rule-commands";
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
  {
    name: "tryRule",
    permission: "feed.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => tryRule(viewer, await aFeed(lead), REGIONAL),
  },
  {
    name: "saveRule",
    permission: "feed.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => saveRule(viewer, await aFeed(lead), REGIONAL),
  },
  {
    name: "removeRule",
    permission: "feed.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => removeRule(viewer, await aRule(lead)),
  },
  {
    name: "reverseRule",
    permission: "feed.manage",
    namesRowOfTeam: true,
    call: async (viewer, { lead }) => reverseRule(viewer, await aRule(lead)),
  },
];

const REGIONAL = { kind: "regional", action: "skip", value: undefined, category: undefined };

async function aRule(lead: TeamViewer): Promise<string> {
  const saved = await saveRule(lead, await aFeed(lead), REGIONAL);
  if (!saved.ok) throw new Error(saved.problem.message);
  return saved.value.ruleId;
}

async function anAddress() {
  return { url: (await startFeedServer()).url, conferenceSlug: (await createConference()).slug };
}

async function aFeed(lead: TeamViewer): Promise<string> {
  const made = await subscribeFeed(lead, await anAddress());
  if (!made.ok) throw new Error(made.problem.message);
  return made.value.feedId;
}
