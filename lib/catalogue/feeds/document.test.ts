import { describe, expect, it } from "vitest";

import { candidateOf, readDocument } from "./document";

const URL_OF_FEED = "https://example.com/news/feed.xml";
const NOW = new Date("2030-06-01T00:00:00Z");

describe("readDocument", () => {
  it("reads items with absolute links and days", () => {
    const items =
      itemsOf(`<item><title>One &amp;amp; all</title><link>/a</link><pubDate>Wed, 05 Jun 2029 20:00:00 +0000</pubDate></item>
      <item><title>Two</title><link>javascript:alert(1)</link></item>`);

    expect(items).toEqual([
      ["One & all", "https://example.com/a", "2029-06-05"],
      ["Two", null, null],
    ]);
  });

  it.each(["Mon, 01 Jan 0001 00:00:00 GMT", "9999-12-31", "1 Jan 1970", "yesterday", "2030-99-99", "", "2031-06-01"])(
    "takes the date %j for none",
    (date) =>
      expect(itemsOf(`<item><title>One</title><pubDate>${date}</pubDate></item>`)).toEqual([["One", null, null]]),
  );

  it("leaves out repeated items and those without words", () => {
    const items = itemsOf(`<item><guid>1</guid><title>One</title></item><item><guid>1</guid><title>One</title></item>
      <item><guid>2</guid><title> </title></item><item><guid>3</guid></item>
      <item><guid>4</guid><description>Said without a title</description></item>`);

    expect(items.map(([title]) => title)).toEqual(["One", "Said without a title"]);
  });

  it("expands no entities, and reads none from outside", () => {
    const nested = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join("");
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">${nested}]><rss version="2.0"><channel><title>t</title><item><title>One &e20;</title></item></channel></rss>`;
    const outside = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>t</title><item><title>One &x;</title></item></channel></rss>`;

    for (const text of [bomb, outside]) {
      const read = readDocument(bytesOf(text), URL_OF_FEED, NOW);
      expect(JSON.stringify(read)).not.toMatch(/boomboom|root:/);
      expect(JSON.stringify(read).length).toBeLessThan(2_000);
    }
  });

  it("finds the feed that a page names", () => {
    const page = `<!doctype html><html><head><link rel="stylesheet" href="a.css">
      <link rel="Alternate" type="application/rss+xml" href="../rss"><link rel="alternate" type="application/atom+xml" href="/atom"></head><body></body></html>`;

    expect(readDocument(bytesOf(page), URL_OF_FEED, NOW)).toEqual({
      ok: true,
      value: { kind: "page", feedUrl: "https://example.com/rss" },
    });
  });

  it.each(["<!doctype html><p>Nothing", "{}", "[1]", "\u0000\u0001", "", "Plain words", "<rss><channel>"])(
    "refuses %j in a sentence",
    (text) => {
      const read = readDocument(bytesOf(text), URL_OF_FEED, NOW);

      expect(read.ok ? read.value : read.problem.message).toMatch(/feed/);
      expect(read.ok).toBe(false);
    },
  );

  it("makes candidates as the reader does", () => {
    const read = readDocument(
      bytesOf(
        rss(
          `<item><title>Amazon S3 adds a tier</title><description>&lt;p&gt;Costs 20% less.&lt;/p&gt;</description><link>/s3</link></item>`,
        ),
      ),
      URL_OF_FEED,
      NOW,
    );
    const [item] = read.ok && read.value.kind === "feed" ? read.value.document.items : [];

    expect(item && candidateOf(item)).toMatchObject({
      title: "Amazon S3 adds a tier",
      services: ["Amazon S3"],
      category: "storage",
      excerpt: "Costs 20% less.",
      place: null,
    });
  });
});

function itemsOf(items: string) {
  const read = readDocument(bytesOf(rss(items)), URL_OF_FEED, NOW);
  if (!read.ok) throw new Error(read.problem.message);
  if (read.value.kind !== "feed") throw new Error("a page");
  return read.value.document.items.map(({ title, url, publishedOn }) => [title, url, publishedOn]);
}

function rss(items: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://example.com/</link>${items}</channel></rss>`;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
