import { describe, expect, it } from "vitest";

import { readRecap } from "../read";

import { MAX_ENTRIES } from "./listed";
import { listProblem } from "./problem";

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

  it("takes what is whole of a list that was cut, and nothing from one that is none", () => {
    const feed = "<rss><channel><item><title>Amazon S3 adds a tier</title></item><item><title>Amazon EC2 loses a";
    expect(titles(feed)).toEqual(["Amazon S3 adds a tier"]);
    expect(titles(`${feed} bit</title><descr`)).toEqual(["Amazon S3 adds a tier", "Amazon EC2 loses a bit"]);
    expect(titles('[{"title": "Amazon S3 adds a tier", "url": "x"}, {"title": "Amazon EC2 lo')).toEqual([
      "Amazon S3 adds a tier",
    ]);
    expect(titles("<?xml version='1.0'?><rss><channel><item><title>x")).toEqual([]);
    expect(titles('{"a": 1}')).toEqual([]);
  });

  it("never reads entities that a feed declares, nor what stands in comments", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>
<rss version="2.0"><channel><!-- <item><title>Secret</title></item> --><item><title>Tape &b; &x; tier</title></item></channel></rss>`;

    expect(titles(bomb)).toEqual(["Tape &b; &x; tier"]);
  });

  it("reads feeds that are not well formed", () => {
    const feed =
      "<rss><channel><item></item><item><title>Tape & 1 < 2 boxes</title><link>javascript:go()</link><pubDate>99 Foo</pubDate>" +
      "<item><title><![CDATA[Paper <b>tier</b> ]]></title><guid>1</guid></b></item><item><guid>1</guid><title>Wax tier</title></channel>";

    expect(titles(feed)).toEqual(["Tape & 1 < 2 boxes", "Paper tier", "Wax tier"]);
    expect(readRecap(feed).announcements.map(({ place }) => feed.slice(place?.start).slice(0, 6))).toEqual([
      "<item>",
      "<item>",
      "<item>",
    ]);
    expect(readRecap(feed).announcements[0]?.links).toEqual([]);
  });

  it("lists once what a feed repeats, and takes an entry without a title by its first sentence", () => {
    const item = "<item><title>Tape tier</title><link>https://example.com/a</link></item>";
    const untitled = "<item><description>&lt;p&gt;Paper tier is here. It is white.&lt;/p&gt;</description></item>";
    const { announcements } = readRecap(`<rss><channel>${item}${item}${untitled}</channel></rss>`);

    expect(announcements.map(({ title }) => title)).toEqual(["Tape tier", "Paper tier is here"]);
    expect(announcements[1]?.confidence).toBeLessThan(announcements[0]?.confidence ?? 0);
  });

  it("takes the state before or after a title for its availability, and leaves out what is retired", () => {
    const names = [
      "Public preview: Tape tier",
      "[Launched] Generally Available: Paper tier",
      "In development: Wax tier",
      "Glass tier – General Availability",
      "Ice tier | Private preview",
      "Retirement: Stone tier",
      "Stone disks will be retired in May",
      "End of support for clay",
    ];
    const items = names.map((name) => `<item><title>${name}</title></item>`).join("");

    expect(
      readRecap(`<rss><channel>${items}</channel></rss>`).announcements.map((c) => [c.title, c.availability]),
    ).toEqual([
      ["Tape tier", "preview"],
      ["Paper tier", "ga"],
      ["Wax tier", "coming"],
      ["Glass tier", "ga"],
      ["Ice tier", "preview"],
    ]);
  });

  it("takes services, category and state from tags where the text names none", () => {
    const item = (tags: string) => `<item><title>Now with tape</title><category>${tags}</category></item>`;
    const read = (tags: string) => readRecap(`<rss><channel>${item(tags)}</channel></rss>`).announcements[0];

    expect(read("general:products/amazon-bedrock,marketing:marchitecture/storage")).toMatchObject({
      services: ["Amazon Bedrock"],
      category: "storage",
    });
    expect(read("In preview")).toMatchObject({ availability: "preview" });
    expect(read("Retirements")).toBeUndefined();
    const directory = {
      items: [
        {
          item: { additionalFields: { headline: "Now with tape", headlineUrl: "/about-aws/whats-new/2023/tape/" } },
          tags: [{ id: "whats-new-v2#general-product#amazon-bedrock", name: "Bedrock" }],
        },
      ],
    };
    expect(readRecap(JSON.stringify(directory)).announcements[0]).toMatchObject({
      services: ["Amazon Bedrock"],
      links: [{ url: "https://aws.amazon.com/about-aws/whats-new/2023/tape/" }],
    });
  });

  it("gives the place of every entry", () => {
    const atom = '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Tape</a:title></a:entry></a:feed>';
    const json =
      '{"meta": [1, {"items": []}], "items": [ {"title": "Tape \\" ] tier", "tags": ["a"]} , {"title": "Wax"} ]}';
    const csv = 'sep=;\ntitle;url\r\n"Tape; ""blue""\ntier";x\r\n\r\nWax "soft" tier;y\r\n';

    expect(placesOf(atom)).toEqual(["<a:entry><a:title>Tape</a:title></a:entry>"]);
    expect(placesOf(json)).toEqual(['{"title": "Tape \\" ] tier", "tags": ["a"]}', '{"title": "Wax"}']);
    expect(placesOf(csv)).toEqual(['"Tape; ""blue""\ntier";x', 'Wax "soft" tier;y']);
  });

  function titles(source: string): string[] {
    return readRecap(source).announcements.map(({ title }) => title);
  }

  function placesOf(source: string): string[] {
    return readRecap(source).announcements.map(({ place }) => source.slice(place?.start, place?.end));
  }
});

describe("what to say of a list that cannot be read", () => {
  it("names the columns and a header that would do", () => {
    expect(listProblem("Product,Link,When\na,b,c\nd,e,f\n")).toBe(
      "The table has the columns Product, Link, When, and none for the title. It should have a column title, as in the header title,url,description.",
    );
    expect(listProblem('{"a": 1}')).toMatch(/^The JSON holds no list of announcements\. It should be /);
  });

  it("says nothing of what can be read, of an empty list, and of prose with commas", () => {
    for (const text of [
      "title,url\nTape,https://example.com/\n",
      '[{"title": "Tape"}]',
      "[]",
      "Hello, world\nthis, that\nhere, there",
      "Tape, at last, arrived.\nPaper, wax, glass.\nMore, more, more.",
      "<rss><channel></channel></rss>",
    ])
      expect(listProblem(text)).toBeNull();
  });
});

describe("lists made to be slow", () => {
  it.each([
    ["stray signs in a feed", `<rss><channel><item><title>${"<".repeat(1_000_000)}`],
    ["attributes that never close", `<rss><channel>${'<a b="'.repeat(500_000)}`],
    ["comments that never close", `<rss><channel>${"<!--".repeat(500_000)}`],
    ["nested elements", `<rss><channel>${"<a>".repeat(1_000_000)}`],
    ["items that never close", `<rss><channel>${"<item><title>".repeat(300_000)}`],
    ["nested JSON", "[".repeat(3_000_000)],
    ["backslashes in JSON", `["${"\\".repeat(3_000_000)}`],
    ["short rows", `title,url\n${"x\n".repeat(1_500_000)}`],
    ["quotes in rows", `title,url\n${'"x\n'.repeat(1_000_000)}`],
    ["one row of commas", `title,url\n${",".repeat(3_000_000)}`],
  ])("end: %s", (_name, source) => {
    expect(readRecap(source).announcements.length).toBeLessThanOrEqual(MAX_ENTRIES);
  });
});
