import fc from "fast-check";
import { parseJsonFeed, parseRssFeed } from "feedsmith";
import RssParser from "rss-parser";
import { describe, expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";
import { exportSource, writtenText } from "@/lib/testing/export-source";
import { anyDecisionRecord, decisionRecord } from "@/lib/testing/shortlist-rows";
import type { ToldEvent } from "@/lib/voting/decisions/decision";

import type { DecisionRecord, ExportAbout } from "../export/types";

import { MOST_ENTRIES } from "./feed-entries";
import { decisionsJsonFeed } from "./json-feed";
import { decisionsRss } from "./rss";

const NASTY = `=HYPERLINK("http://x","y") | # 'quoted' <b>bold</b> & &amp; ]]> \u202eשלום\u202c 🚀\r\nnext \u0000\u0008 line`;

describe("decisionsRss", () => {
  it("tells what happened to a decision, the latest first", async () => {
    const feed = await read([decisionRecord({ history: HISTORY })]);

    expect(feed.items.map(({ title, isoDate, link, creator }) => ({ title, isoDate, link, creator }))).toEqual(
      [
        ["Done: Faster widgets", "2021-03-01T09:00:00.000Z", "Priya Nair"],
        ["Decided to adopt: Faster widgets", "2021-02-03T09:00:00.000Z", "Ewan Fraser"],
        ["Reopened: Faster widgets", "2021-02-02T09:00:00.000Z", "Ewan Fraser"],
        ["Decided to ignore, no longer adopt: Faster widgets", "2021-02-01T09:00:00.000Z", "Ewan Fraser"],
        ["Decided to adopt, changed: Faster widgets", "2021-01-05T09:00:00.000Z", "Ewan Fraser"],
        ["Decided to adopt: Faster widgets", "2021-01-04T09:00:00.000Z", "Ewan Fraser"],
      ].map(([title, isoDate, creator]) => ({ title, isoDate, creator, link: decisionRecord().address })),
    );
    expect(feed.items[1]?.content).toContain("<p>Cheaper by half.</p>");
    expect(feed.items[1]?.content).toContain("<li>Effort: M, 12.5 days</li>");
    expect(feed.items[1]?.pubDate).toBe("Wed, 03 Feb 2021 09:00:00 GMT");
  });

  it("says which team, conference, filter and moment it shows", async () => {
    const feed = await read([], { filter: "owner Ewan Fraser", hidden: 2 });

    expect(feed.title).toBe("Decisions of Platform: Example Conf 2030");
    expect(feed.link).toBe(exportSource().about.address);
    expect(feed.description).toBe(
      "Decisions of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. Only owner Ewan Fraser. Marks on 2 announcements are hidden while the round is blind.",
    );
    expect(feed.items).toEqual([]);
  });

  it("names its own address where a link gives it", async () => {
    const self = "https://debrief.example/share/s_e-cret/feed.xml";
    const text = await writtenText(decisionsRss, sourceOf([], { self }));
    const feed: unknown = JSON.parse(await writtenText(decisionsJsonFeed, sourceOf([], { self })));

    expect(parseRssFeed(text).atom?.links).toEqual([{ href: self, rel: "self", type: "application/rss+xml" }]);
    expect((await new RssParser().parseString(text)).feedUrl).toBe(self);
    expect(parseJsonFeed(feed).feed_url).toBe(self);
    expect(await writtenText(decisionsRss, sourceOf([]))).not.toContain("atom:link");
  });

  it("keeps the id of every entry when more happens and when a title changes", async () => {
    const before = await read([decisionRecord({ history: HISTORY.slice(0, 3) })]);
    const after = await read([decisionRecord({ history: HISTORY, title: "Renamed" })]);

    expect(after.items.slice(-3).map(({ guid }) => guid)).toEqual(before.items.map(({ guid }) => guid));
    expect(new Set(after.items.map(({ guid }) => guid)).size).toBe(HISTORY.length);
  });

  it("holds the latest hundred of however many there were", async () => {
    const days = Array.from({ length: 1_500 }, (_, index) => new Date(Date.UTC(2021, 0, 1 + index)).toISOString());
    const records = days.map((at, index) =>
      decisionRecord({ id: `id-${index}`, title: `Widget ${index}`, history: [event({ at })] }),
    );
    const feed = await read(records);

    expect(feed.items).toHaveLength(MOST_ENTRIES);
    expect(feed.items.map(({ isoDate }) => isoDate)).toEqual(days.slice(-MOST_ENTRIES).toReversed());
  });

  it("gives titles, names and reasons as they were typed, and HTML in which they are text", async () => {
    const record = decisionRecord({ title: NASTY, history: [event({ reason: NASTY })] });
    const [item] = (await read([record])).items;

    expect(item?.title).toBe(`Decided to adopt: ${NASTY.replace(/[\0\b]/g, " ")}`);
    expect(item?.content).toContain("&lt;b&gt;bold&lt;/b&gt; &amp; &amp;amp; ]]&gt;");
    expect(item?.content).not.toContain("<b>");
  });

  it("leaves people out where they are left out", async () => {
    const history = [{ ...event({}), by: null, owner: null }];
    const text = await writtenText(decisionsRss, sourceOf([decisionRecord({ history })]));

    expect(text).not.toMatch(/creator>|Ewan|Priya/);
  });

  it("is read by two readers with the same outcome, whatever people type", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDecisionRecord, { maxLength: 3 }), async (records) => {
        const text = await writtenText(decisionsRss, sourceOf(records));
        const feed = await new RssParser().parseString(text);
        const other = parseRssFeed(text);
        const total = records.reduce((sum, { history }) => sum + history.length, 0);
        expect(feed.items).toHaveLength(total);
        expect(other.items ?? []).toHaveLength(total);
        feed.items.forEach(({ guid, link, isoDate, content = "" }, index) => {
          const twin = other.items?.[index];
          expect(guid).toMatch(/^urn:debrief:decision:[0-9a-f-]+:\d+$/);
          expect([twin?.guid?.value, twin?.guid?.isPermaLink, twin?.link]).toEqual([guid, false, link]);
          expect(new Date(String(twin?.pubDate)).toISOString()).toBe(isoDate);
          expect(content.replace(/<\/?(p|ul|li|br|a)\b( href="[^"<>]*")?>/g, "")).not.toMatch(/[<>]/);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("decisionsJsonFeed", () => {
  it("tells the same as the RSS feed, with the members that the format requires", async () => {
    const records = [decisionRecord({ title: NASTY, history: HISTORY })];
    const rss = await read(records);
    const feed: unknown = JSON.parse(await writtenText(decisionsJsonFeed, sourceOf(records)));
    const parsed = parseJsonFeed(feed);

    expect(feed).toMatchObject({ version: "https://jsonfeed.org/version/1.1", title: rss.title });
    expect(parsed.home_page_url).toBe(rss.link);
    expect(parsed.items?.map(({ id, url, content_html: html }) => ({ id, url, html }))).toEqual(
      rss.items.map(({ guid, link, content }) => ({ id: guid, url: link, html: content })),
    );
    expect(parsed.items?.[0]).toMatchObject({
      authors: [{ name: "Priya Nair" }],
      tags: ["adopt", "Machine learning", "Widget Store", "Widget Press"],
    });
    expect(parsed.items?.[0]?.title).toBe(`Done: ${NASTY}`);
  });

  it("is a feed when there is nothing in it", async () => {
    expect(JSON.parse(await writtenText(decisionsJsonFeed, sourceOf([])))).toMatchObject({
      description: "Decisions of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. No filter set.",
      items: [],
    });
  });

  it("gives every item an id, its content and a date after RFC 3339, whatever people type", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDecisionRecord, { maxLength: 3 }), async (records) => {
        const { items } = JSON.parse(await writtenText(decisionsJsonFeed, sourceOf(records)));
        for (const item of items) {
          expect(item).toMatchObject({
            id: expect.any(String),
            content_html: expect.any(String),
            tags: expect.any(Array),
          });
          expect(item.date_published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
          expect(URL.canParse(item.url)).toBe(true);
        }
      }),
    );
  });
});

function event(given: Partial<ToldEvent>): ToldEvent {
  return { ...decision(), kind: "settled", at: "2021-01-04T09:00:00.000Z", ...given };
}

const PRIYA = { personId: "7a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", name: "Priya Nair" };
const HISTORY: ToldEvent[] = [
  event({}),
  event({ at: "2021-01-05T09:00:00.000Z", effort: "L" }),
  event({ at: "2021-02-01T09:00:00.000Z", choice: "ignore" }),
  event({ at: "2021-02-02T09:00:00.000Z", choice: "ignore", kind: "reopened" }),
  event({ at: "2021-02-03T09:00:00.000Z" }),
  event({ at: "2021-03-01T09:00:00.000Z", kind: "delivered", delivery: "done", by: PRIYA }),
];

function sourceOf(decisions: readonly DecisionRecord[], about: Partial<ExportAbout> = {}) {
  return exportSource({ decisions, about });
}

async function read(decisions: readonly DecisionRecord[], about: Partial<ExportAbout> = {}) {
  return new RssParser().parseString(await writtenText(decisionsRss, sourceOf(decisions, about)));
}
