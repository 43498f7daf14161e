import "server-only";

import { applyRules, rulesOf } from "./apply-rules";
import { checkFeed, type Checked } from "./check-feed";
import type { LeasedFeed } from "./lease";

/** Checks a feed that is held, and lets its rules have what is new. Only its own new items: what waits was left waiting. */
export async function runCheck(feed: LeasedFeed): Promise<Checked> {
  const checked = await checkFeed(feed);
  if (checked && checked.itemIds.length > 0) await applyRules(feed, await rulesOf(feed), checked.itemIds);
  return checked;
}
