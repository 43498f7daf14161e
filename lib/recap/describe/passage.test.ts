import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { FORMATS } from "../types";

import { describePassage } from "./passage";

const POST = `# What we take home

## Databases

We talked for an hour about the buffet, about the queue, and about the queue for the buffet, which was long enough to be a topic of its own. Late on Tuesday [Amazon Aurora Night Mode](https://example.com/news/night-mode) went into preview and costs up to 30% less. We should try it on the reporting cluster. The rest of the day was about people.

- **AWS Proton Replay** runs a template again within 5 seconds.

### Amazon EKS Small Nodes

Nodes with 512 MB are now generally available.

[AWS Glue Quiet Jobs](https://example.com/glue)

Jobs that say nothing while nothing happens.
`;

describe("describePassage", () => {
  it("reads the sentence of a name within a long paragraph", () => {
    expect(pointAt("Amazon Aurora Night Mode")).toMatchObject({
      title: "Amazon Aurora Night Mode",
      services: ["Amazon Aurora"],
      category: "databases",
      availability: "preview",
      links: [{ url: "https://example.com/news/night-mode" }],
      figures: [{ text: "up to 30% less", value: 30 }],
      section: "Databases",
      confidence: 1,
      excerpt: "Late on Tuesday Amazon Aurora Night Mode went into preview and costs up to 30% less.",
    });
  });

  it("reads the whole item of a name that leads it", () => {
    expect(pointAt("AWS Proton Replay")).toMatchObject({
      services: ["AWS Proton"],
      figures: [{ text: "5 seconds" }],
      excerpt: "AWS Proton Replay runs a template again within 5 seconds.",
    });
  });

  it("reads what follows a heading, and a name that stands alone", () => {
    expect(pointAt("Amazon EKS Small Nodes")).toMatchObject({
      availability: "ga",
      section: "Databases",
      excerpt: "Nodes with 512 MB are now generally available.",
    });
    expect(pointAt("AWS Glue Quiet Jobs")).toMatchObject({
      links: [{ url: "https://example.com/glue" }],
      excerpt: "AWS Glue Quiet Jobs\nJobs that say nothing while nothing happens.",
    });
  });

  it("finds its place in a text of megabytes", () => {
    const text = `${"Nothing of note happened here.\n\n".repeat(50_000)}${POST}`;
    const start = text.indexOf("AWS Proton Replay");

    expect(
      describePassage(text, "markdown", { place: { start, end: start + 17 }, words: "AWS Proton Replay" }),
    ).toMatchObject({ services: ["AWS Proton"], section: "Databases", place: { start, end: start + 17 } });
  });

  it("makes nothing of words that are no title", () => {
    expect(describePassage(POST, "markdown", { place: { start: 0, end: 1 }, words: "— !" })).toBeNull();
  });

  it("takes any text, format and place", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.constantFrom(...FORMATS),
        fc.nat(),
        (text, format, at) => {
          const start = at % text.length;

          const found = describePassage(text, format, { place: { start, end: start + 1 }, words: text.slice(start) });

          expect(found === null || found.confidence === 1).toBe(true);
        },
      ),
    );
  });
});

function pointAt(words: string) {
  const start = POST.indexOf(words);
  return describePassage(POST, "markdown", { place: { start, end: start + words.length }, words });
}
