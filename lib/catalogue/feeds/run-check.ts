import "server-only";

import { checkFeed, type Checked } from "./check-feed";
import type { LeasedFeed } from "./lease";

/** Checks a feed that is held, and lets its rules have what is new. */
export async function runCheck(feed: LeasedFeed): Promise<Checked> {
  return checkFeed(feed);
}
