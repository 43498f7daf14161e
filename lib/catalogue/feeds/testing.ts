import { createLead } from "../imports/testing";
import { startFeedServer, type FeedServer, type ServedItem } from "@/lib/testing/feed-server";
import type { TeamViewer } from "@/lib/identity/types";
import type { Conference } from "@/lib/db/generated/client";

import { readFeedState } from "./queries";
import { subscribeFeed } from "./subscribe";
import type { FeedState } from "./types";

/** A lead whose team follows a feed of a server that the test can have say something else. */
export type Following = { viewer: TeamViewer; conference: Conference; server: FeedServer; feedId: string };

/** A new team that follows a new feed. */
export async function follow(items?: readonly ServedItem[]): Promise<Following> {
  const { viewer, conference } = await createLead();
  const server = await startFeedServer(items);
  const made = await subscribeFeed(viewer, { url: server.url, conferenceSlug: conference.slug });
  if (!made.ok) throw new Error(made.problem.message);
  return { viewer, conference, server, feedId: made.value.feedId };
}

/** How a feed stands. Throws when it is not there. */
export async function stateOfFeed({ viewer, feedId }: Pick<Following, "viewer" | "feedId">): Promise<FeedState> {
  const state = await readFeedState(viewer, feedId);
  if (!state) throw new Error("there is no such feed");
  return state;
}
