import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readRecap } from "./read";
import type { Candidate } from "./types";

const MARKDOWN = `---
title: "Our notes from AWS re:Invent 2021"
date: 2021-12-05
---

# Storage

**[Amazon S3 Object Tables](https://aws.amazon.com/about-aws/whats-new/2021/11/s3-object-tables/)** (preview) - 20% cheaper. I like it.

## AWS Lambda SnapBoot

We announced **Gizmo Alpha**, Amazon Beta & [Gizmo Gamma](https://aws.amazon.com/gamma/). It is now generally available!

1. EKS Anywhere: clusters on your own hardware
   - **Proton** gets \`templates\`, see [here](https://aws.amazon.com/blogs/aws/proton-templates/)
2. AWS Glue now supports Ruby 3.0 & Rust.

| Service | What |
|---|---|
| Amazon SQS | a new queue &amp; more |
`;
const HTML = `<!doctype html><html><head><title>Build 2023 recap</title></head><body><article><h1>Build 2023</h1>
<h2>Azure Widget Store</h2><p>Microsoft announced <a href="https://azure.microsoft.com/updates/widget-store/"><b>Azure Widget Store</b></a>, now in preview.</p>
<ul><li><strong>Fabric Looms</strong> &ndash; 3 TB a day<li>Dev&nbsp;Box: a <em>faster</em> start<br>more</ul>
<p hidden>secret</p><script>let x = "<p>";</script></article></body></html>`;
const TEXT = `KubeCon 2022, what I saw

Helm Charts Live
The new Helm Live is a tool for charts. It was announced on stage.

* Argo CD supports scopes: https://kubernetes.io/blog/2022/10/argo-scopes/
* Istio gets a waypoint, it is coming soon.

They introduced Envoy Edge and etcd Snap. "Linkerd 9" will ship in 2023.`;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>Amazon EC2 &amp; R9 instances</title><link>https://aws.amazon.com/new/r9/</link><pubDate>Tue, 30 Nov 2021 10:00:00 GMT</pubDate><description><![CDATA[<p>New <b>instances</b> now available.</p>]]></description></item></channel></rss>`;
const CSV = `Title,Link,Notes\n"Amazon EFS, faster",https://aws.amazon.com/efs/,20% faster\nAWS Batch,,"two\nlines"\n`;
const JSON_LIST = JSON.stringify([
  { title: "Amazon Aurora Tides", url: "https://aws.amazon.com/aurora/", description: "Now in <b>preview</b>." },
  { title: "AWS Fargate Ferry", summary: "Coming soon", tags: ["containers"] },
]);
const SOURCES = [MARKDOWN, HTML, TEXT, FEED, CSV, JSON_LIST];

const PIECES = [
  "**", "*", "_", "[", "](", ")", "](https://a.example/b)", "](javascript:alert(1))", "<b>", "</b>", "<ul><li>", "</ul>",
  "<p>", "<br>", "<table><tr><td>", "<!--", "-->", "<script>", "</a>", '<a href="', "# ", "\n## ", "\n- ", "\n\n", "\n---\n",
  "\n1. ", "\t", "\r\n", "`", "```\n", "|", "&amp;", "&#0;", "&#x1f600;", "\\", "\u0000", "\u200b", "\u202e", "\ufeff",
  "\ud83d", "\ude00", "😀", "e\u0301", "ﬁ", "İ", "発表", "Ã©", "…", "Announcing ", "introduced ", "Amazon S3", "new AWS Lambda ",
  "A-A-A-A", "...", "::", "((", "20%", "$1,000", "]]>", "<![CDATA[", '","', '"', "{", "}", "[{", "null", "+++\n", "{% if %}",
  "javascript:x", "data:text/html,x", "mailto:a@b.example", "//a.example", "https://", "http://[",
]; // prettier-ignore

type Change = { kind: "insert" | "delete" | "double" | "cut" | "swap"; at: number; length: number; piece: string };
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("insert", "insert", "insert", "delete", "double", "cut", "swap"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  piece: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  ),
});

function mutate(source: string, changes: readonly Change[]): string {
  return changes.reduce((text, { kind, at: part, length, piece }) => {
    const at = Math.floor(part * text.length);
    const some = text.slice(at, at + length);
    if (kind === "insert") return text.slice(0, at) + piece + text.slice(at);
    if (kind === "delete") return text.slice(0, at) + text.slice(at + length);
    if (kind === "double") return text.slice(0, at) + some + text.slice(at);
    if (kind === "cut") return text.slice(0, at);
    return text.slice(at + length) + text.slice(0, at) + some;
  }, source);
}

const mutated = (source: string) => fc.array(change, { minLength: 1, maxLength: 6 }).map((all) => mutate(source, all));

function check(text: string): void {
  const reading = readRecap(text);
  for (const candidate of reading.announcements) checkCandidate(candidate, text);
  expect(readRecap(text)).toEqual(reading);
}

function checkCandidate(candidate: Candidate, text: string): void {
  const { title, confidence, links, place, excerpt } = candidate;
  expect(title.trim()).not.toBe("");
  expect(title.length).toBeLessThanOrEqual(161);
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  for (const { url } of links) expect(url).toMatch(/^https?:\/\//i);
  if (place !== null) {
    expect(place.start).toBeGreaterThanOrEqual(0);
    expect(place.start).toBeLessThan(place.end);
    expect(place.end).toBeLessThanOrEqual(text.length);
  }
  // A name's place begins at the name; what the author says with it may begin a line above.
  const source = place === null ? text : text.slice(0, place.end);
  if (!isWithin(excerpt, source)) expect({ excerpt, source, title }).toBe("an excerpt of its source");
}

/** Whether the letters and digits of an excerpt occur in a source in the same order; what lies between is markup. */
function isWithin(excerpt: string, source: string): boolean {
  const all = lettersOf(source);
  let at = 0;
  for (const letter of lettersOf(excerpt.replace(/…$/, ""))) {
    at = all.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Those of ASCII: others may be written as entities or in a damaged encoding. */
function lettersOf(text: string): string {
  return text.replace(/[^a-z0-9]+/gi, "");
}

/** Runs a property on so many texts; each is small, so that all of them take seconds. */
function always(texts: fc.Arbitrary<string>, numRuns: number): void {
  fc.assert(fc.property(texts, check), { numRuns });
}

const TIMEOUT = 300_000;

describe("readRecap of anything", () => {
  it.each([
    ["Markdown", MARKDOWN],
    ["HTML", HTML],
    ["plain text", TEXT],
    ["a feed", FEED],
    ["CSV", CSV],
    ["JSON", JSON_LIST],
  ])("keeps its promises on %s that was damaged", (_name, source) => always(mutated(source), 1_000), TIMEOUT);

  it(
    "keeps its promises on parts of several formats joined",
    () => {
      const part = fc
        .tuple(fc.constantFrom(...SOURCES), fc.nat(1500), fc.nat(400))
        .map(([source, start, length]) => source.slice(start % source.length).slice(0, length));
      always(
        fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("\n")),
        1_000,
      );
    },
    TIMEOUT,
  );

  it(
    "keeps its promises on signs and words in any order",
    () => {
      always(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
        2_000,
      );
    },
    TIMEOUT,
  );

  it(
    "keeps its promises on any text",
    () => {
      always(fc.string({ unit: "binary", maxLength: 200 }), 1_000);
      always(fc.string({ unit: "grapheme", maxLength: 200 }), 500);
    },
    TIMEOUT,
  );

  it("finds what its samples announce, so that the promises are about something", () => {
    for (const source of SOURCES) expect(readRecap(source).announcements.length).toBeGreaterThan(0);
  });
});

/** Read a step too often for each, any of these takes minutes, and the test's time runs out. */
describe("readRecap of texts made to be slow", () => {
  it.each([
    ["bold words", "**bold** and ".repeat(40_000)],
    ["sentences that announce bold words", "We announced **Bold One**. ".repeat(40_000)],
    ["sentences that announce services", "We announced Amazon S3. ".repeat(40_000)],
    ["stops", `New ${".".repeat(400_000)} x`],
    ["a name in capitals and hyphens", `Said. The ${"A-".repeat(1_000)}! Next`],
    ["digits", `${"1".repeat(5_000)} x`],
    ["signs before a bold word", `- ${". ".repeat(200_000)}x **Bold**`],
    ["brackets after a link in bold words", `- **[a](https://aws.amazon.com/s3) (${")".repeat(200_000)}x**`],
    ["lines", "<p>" + "word<br>".repeat(40_000)],
    ["links in bold words", `<p><b>${"<a href=https://a.example>x</a> ".repeat(150_000)}</b>`],
    ["items", "- **Amazon S3 Select** is new\n".repeat(20_000)],
    ["names in items in items", `- ${"**Lambda Alpha**, ".repeat(300)}\n`.repeat(300).replace(/^/gm, "  ")],
  ])(
    "gets to its end: %s",
    (_name, text) => {
      expect(readRecap(`# AWS re:Invent 2021 recap\n\n${text}`).announcements.length).toBeLessThan(50_000);
    },
    TIMEOUT / 5,
  );
});
