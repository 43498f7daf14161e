import { describe, expect, it } from "vitest";

import { testDb } from "@/lib/testing/database";
import { ITEMS, startFeedServer } from "@/lib/testing/feed-server";

import { publishImport } from "../imports/publish-import";
import { readImport } from "../imports/queries";
import { createLead } from "../imports/testing";

import { listFeeds } from "./queries";
import { subscribeFeed, tryFeed } from "./subscribe";
import { follow, stateOfFeed } from "./testing";

describe("tryFeed", () => {
  it("says what stands at an address, and stores nothing", async () => {
    const { viewer, conference } = await createLead();
    const { url } = await startFeedServer();

    expect(await tryFeed(viewer, { url: ` ${url} `, conferenceSlug: conference.slug })).toEqual({
      ok: true,
      value: {
        url,
        isFromPage: false,
        title: "News of the house",
        count: 3,
        latest: null,
        first: ITEMS.map(({ title }) => ({ title, publishedOn: null })),
      },
    });
    expect(await listFeeds(viewer)).toEqual([]);
  });

  it.each([
    [{ url: " ", conferenceSlug: "x" }, "url", "Enter the address of the feed."],
    [{ url: "https://example.com", conferenceSlug: "" }, "conferenceSlug", "Choose the conference the feed is about."],
    [
      { url: "ftp://example.com", conferenceSlug: "x" },
      "url",
      "That is not a web address. Start it with https:// or http://.",
    ],
    [{ url: "http://169.254.169.254/latest", conferenceSlug: "x" }, "url", expect.stringMatching(/private network/)],
  ])("refuses %j", async (input, field, message) => {
    const { viewer } = await createLead();

    expect(await tryFeed(viewer, input)).toMatchObject({ ok: false, problem: { fields: { [field]: message } } });
  });
});

describe("subscribeFeed", () => {
  it("puts the items of a feed before a person, in their order", async () => {
    const following = await follow();

    const state = await stateOfFeed(following);
    expect(state).toMatchObject({
      title: "News of the house",
      waiting: 3,
      lastResult: "3 new of 3 items.",
      lastError: null,
    });
    expect(state.items.map(({ title, state: stands }) => [title, stands])).toEqual(
      ITEMS.map(({ title }) => [title, "waiting"]),
    );
    const review = await readImport(following.viewer, state.importId ?? "");
    expect(review?.candidates.map(({ title }) => title)).toEqual(ITEMS.map(({ title }) => title));
    expect(review?.candidates.map(({ place }) => review.text.slice(place?.start, place?.end))).toEqual([
      "Amazon S3 adds a quieter tier\n\nIt costs 20% less.",
      "AWS Lambda is now available in the Asia Pacific (Seoul) Region",
      "Amazon EC2 learns to whistle\n\nIn preview.",
    ]);
  });

  it("brings nothing onto the board before somebody publishes it", async () => {
    const following = await follow();
    const { importId } = await stateOfFeed(following);
    const count = () => testDb().announcement.count({ where: { conferenceId: following.conference.id } });

    expect(await count()).toBe(0);
    await publishImport(following.viewer, importId ?? "", { open: "accept" });

    expect(await count()).toBe(3);
    expect((await stateOfFeed(following)).items.map(({ state }) => state)).toEqual(Array(3).fill("published"));
  });

  it("subscribes to no address that cannot be read, and to none twice", async () => {
    const { viewer, conference, server } = await follow();
    const input = { url: server.url, conferenceSlug: conference.slug };

    expect(await subscribeFeed(viewer, input)).toMatchObject({ ok: false, problem: { kind: "conflict" } });
    server.serve([], { status: 404 });
    expect(await subscribeFeed(viewer, input)).toMatchObject({
      ok: false,
      problem: { fields: { url: "The address answers 404: nothing is there. Check it." } },
    });
    expect(await subscribeFeed(viewer, { ...input, conferenceSlug: "nowhere" })).toMatchObject({ ok: false });
    expect(await listFeeds(viewer)).toHaveLength(1);
  });

  it("makes one subscription of a double click", async () => {
    const { viewer, conference } = await createLead();
    const { url } = await startFeedServer();

    const results = await Promise.all(
      [1, 2].map(() => subscribeFeed(viewer, { url, conferenceSlug: conference.slug })),
    );

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listFeeds(viewer)).toMatchObject([{ waiting: 3 }]);
  });
});
