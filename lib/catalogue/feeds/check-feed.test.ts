import { beforeEach, describe, expect, it } from "vitest";

import { resetDatabase, testDb } from "@/lib/testing/database";
import { ITEMS } from "@/lib/testing/feed-server";

import { publishImport } from "../imports/publish-import";

import { checkFeedNow, pauseFeed, unsubscribe } from "./commands";
import { leaseFeed } from "./lease";
import { checkDueFeeds } from "./runner";
import { INTERVAL } from "./schedule";
import { follow, stateOfFeed, type Following } from "./testing";

const NEWS = { guid: "n-4", title: "Amazon RDS hums along", link: "https://example.com/rds" };

// Whose time has come is asked of the whole installation.
beforeEach(resetDatabase);

describe("a check", () => {
  it("takes what is new, once, and adds it to what waits", async () => {
    const following = await follow();
    following.server.serve([NEWS, ...ITEMS]);
    const { importId } = await stateOfFeed(following);

    expect(await check(following)).toEqual({ ok: true, value: { found: "1 new of 4 items." } });
    expect(await check(following)).toEqual({ ok: true, value: { found: "Nothing new of 4 items." } });

    const state = await stateOfFeed(following);
    expect(state).toMatchObject({ waiting: 4, importId });
    expect(state.items[0]).toMatchObject({ title: NEWS.title, state: "waiting" });
  });

  it("begins a new import when the last one is published", async () => {
    const following = await follow();
    const { importId } = await stateOfFeed(following);
    await publishImport(following.viewer, importId ?? "", { open: "accept" });
    following.server.serve([NEWS, ...ITEMS]);
    await check(following);

    const state = await stateOfFeed(following);
    expect(state.waiting).toBe(1);
    expect(state.importId).not.toBe(importId);
  });

  it("costs nothing while the feed is unchanged", async () => {
    const following = await follow();
    const { server } = following;
    server.serve(ITEMS, { headers: { etag: '"one"', "last-modified": "Tue, 01 Jan 2030 00:00:00 GMT" } });
    await check(following);

    expect(await check(following)).toEqual({ ok: true, value: { found: "Nothing new: unchanged." } });
    expect(server.requests.at(-1)).toMatchObject({
      "if-none-match": '"one"',
      "if-modified-since": "Tue, 01 Jan 2030 00:00:00 GMT",
    });
  });

  it("keeps a failure with its sentence, waits longer after each, and forgets both when it goes well", async () => {
    const following = await follow();
    following.server.serve([], { status: 500 });
    await check(following);
    await check(following);
    await check(following);

    const failed = await stateOfFeed(following);
    expect(failed).toMatchObject({ failures: 3, waiting: 3, lastResult: "3 new of 3 items." });
    expect(failed.lastError).toMatch(/^The address answers 500/);
    expect(failed.nextAt.getTime() - Date.now()).toBeGreaterThan(3 * INTERVAL);

    following.server.serve(ITEMS);
    await check(following);
    expect(await stateOfFeed(following)).toMatchObject({ failures: 0, lastError: null });
  });

  it("leaves a server alone for as long as it asks", async () => {
    const following = await follow();
    following.server.serve([], { status: 429, headers: { "Retry-After": "86400" } });
    await check(following);
    const asked = following.server.requests.length;

    expect(await check(following)).toMatchObject({ ok: false, problem: { kind: "rate-limited" } });
    await makeDue(following.feedId);
    expect((await stateOfFeed(following)).lastError).toMatch(/429/);
    expect(following.server.requests.length).toBe(asked);
  });

  it("survives ids and dates that make no sense", async () => {
    const following = await follow([
      { guid: "same", title: "One", link: "https://example.com/1", date: "Mon, 01 Jan 0001 00:00:00 GMT" },
      { guid: "same", title: "Two", link: "https://example.com/2", date: "9999-12-31" },
      { title: "Three", date: "soon" },
      { guid: "x".repeat(100_000), title: "Four" },
      { guid: "same", title: "One", link: "https://example.com/1" },
    ]);

    const { items } = await stateOfFeed(following);
    expect(items.map(({ title, publishedOn }) => [title, publishedOn])).toEqual(
      ["One", "Two", "Three", "Four"].map((title) => [title, null]),
    );
    expect(await check(following)).toMatchObject({ value: { found: "Nothing new of 4 items." } });
  });

  it("remembers what tells of no announcement, without putting it before anybody", async () => {
    const following = await follow([{ guid: "gone", title: "Retirement: the old widgets" }, ...ITEMS]);

    expect(await stateOfFeed(following)).toMatchObject({
      waiting: 3,
      lastResult: "3 new of 4 items.",
      items: [{ state: "gone" }, ...ITEMS.map(({ title }) => ({ title, state: "waiting" }))],
    });
  });

  it("does not ask again within seconds of having asked", async () => {
    const following = await follow();
    await checkFeedNow(following.viewer, following.feedId);

    expect(following.server.requests).toHaveLength(1);
  });
});

describe("checks by the clock", () => {
  it("check a feed when its time has come, and one process alone", async () => {
    const following = await follow();
    following.server.serve([NEWS, ...ITEMS]);
    expect(await checkDueFeeds()).toBe(0);
    await makeDue(following.feedId);

    const found = await Promise.all([checkDueFeeds(), checkDueFeeds(), checkDueFeeds()]);

    expect(found.toSorted()).toEqual([0, 0, 1]);
    expect(following.server.requests).toHaveLength(2);
    const state = await stateOfFeed(following);
    expect(state.waiting).toBe(4);
    expect(state.nextAt.getTime()).toBeGreaterThan(Date.now());
  });

  it("leave a paused feed alone until it goes on", async () => {
    const following = await follow();
    await pauseFeed(following.viewer, following.feedId, { isPaused: true });
    await makeDue(following.feedId);

    expect(await checkDueFeeds()).toBe(0);
    await pauseFeed(following.viewer, following.feedId, { isPaused: false });
    expect(await checkDueFeeds()).toBe(1);
  });

  it("take up what a process that died had begun, and not before its lease is over", async () => {
    const following = await follow();
    await makeDue(following.feedId);
    const lost = await leaseFeed(following.feedId);

    expect(lost).not.toBeNull();
    expect(await leaseFeed(following.feedId)).toBeNull();
    expect(await checkDueFeeds()).toBe(0);
    await testDb().feed.update({ where: { id: following.feedId }, data: { leaseUntil: new Date(0) } });
    expect(await checkDueFeeds()).toBe(1);
  });
});

describe("unsubscribe", () => {
  it("ends a subscription and keeps what was taken", async () => {
    const following = await follow();
    const { importId } = await stateOfFeed(following);

    expect(await unsubscribe(following.viewer, following.feedId)).toMatchObject({ ok: true });
    expect(await unsubscribe(following.viewer, following.feedId)).toMatchObject({ ok: false });
    expect(await testDb().candidate.count({ where: { importId: importId ?? "" } })).toBe(3);
  });
});

/** Checks as if the last check were long ago. */
async function check({ viewer, feedId }: Following) {
  await testDb().feed.update({ where: { id: feedId }, data: { lastCheckedAt: new Date(0) } });
  return checkFeedNow(viewer, feedId);
}

async function makeDue(feedId: string): Promise<void> {
  await testDb().feed.update({ where: { id: feedId }, data: { nextAt: new Date(0) } });
}
