import { describe, expect, it } from "vitest";

import { readRecap } from "../read";

function listed(source: string) {
  const { format, announcements } = readRecap(source);
  const rows = announcements.map(({ title, services, category, availability, links }) => [
    title,
    services,
    category,
    availability,
    links[0]?.url,
  ]);
  return { format, rows };
}

const S3 = ["Amazon S3 adds a tier", ["Amazon S3"], "storage", "unknown", "https://aws.amazon.com/a/"];
const AKS = [
  "AKS runs on spot nodes",
  ["Azure Kubernetes Service"],
  "containers",
  "ga",
  "https://azure.microsoft.com/updates/b",
];

describe("lists of announcements", () => {
  it("reads RSS with CDATA and escaped HTML, with the place of each item", () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://example.com/</link>
<item><guid isPermaLink="false">1</guid><title><![CDATA[Amazon S3 adds a tier]]></title><description><![CDATA[<p>Costs <b>20%</b> less.</p>]]></description><link>https://aws.amazon.com/a/</link></item>
<item><title>Generally Available: AKS runs on spot nodes</title><link>https://azure.microsoft.com/updates/b</link><description>Cheaper &amp;amp; simple</description></item>
</channel></rss>`;

    expect(listed(feed)).toEqual({ format: "feed", rows: [S3, AKS] });
    const [first] = readRecap(feed).announcements;
    expect(first?.excerpt).toBe("Costs 20% less.");
    expect(feed.slice(first?.place?.start, first?.place?.end)).toMatch(/^<item><guid.*<\/item>$/);
  });

  it("reads Atom", () => {
    expect(
      listed(`<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>1</id><title>Amazon S3 adds a tier</title>
<link rel="alternate" href="https://aws.amazon.com/a/"/><updated>2020-01-02T00:00:00Z</updated><summary>Cheaper.</summary></entry></feed>`),
    ).toEqual({ format: "feed", rows: [S3] });
  });

  it("reads JSON Feed, plain lists and AWS's directory", () => {
    const item = {
      id: "1",
      url: "https://aws.amazon.com/a/",
      title: "Amazon S3 adds a tier",
      content_text: "Cheaper.",
    };
    const directory = {
      items: [
        { item: { additionalFields: { headline: item.title, headlineUrl: item.url, postBody: "<p>Cheaper.</p>" } } },
      ],
    };

    for (const value of [
      { version: "https://jsonfeed.org/version/1.1", title: "News", items: [item] },
      [item],
      directory,
    ]) {
      expect(listed(JSON.stringify(value))).toEqual({ format: "json", rows: [S3] });
    }
  });

  it("reads CSV with a header row, quotes and semicolons", () => {
    expect(
      listed('Title,Description,URL\n"Amazon S3 adds a tier","Cheaper, at last",https://aws.amazon.com/a/\n'),
    ).toEqual({ format: "csv", rows: [S3] });
    expect(listed("title;url\nAmazon S3 adds a tier;https://aws.amazon.com/a/\n")).toEqual({
      format: "csv",
      rows: [S3],
    });
  });

  it("takes broken lists for text", () => {
    expect(listed("<?xml version='1.0'?><rss><channel><item><title>x").rows).toEqual([]);
    expect(listed('{"a": 1}').rows).toEqual([]);
  });
});
