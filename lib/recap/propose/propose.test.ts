import { describe, expect, it } from "vitest";

import { postOf } from "../judge/post";

import { titleOfAddress } from "./addresses";
import { proposalsOf } from "./all";
import type { Convention } from "./proposal";

function proposed(text: string, convention: Convention) {
  return proposalsOf(postOf("markdown", text)).filter((proposal) => proposal.convention === convention);
}

function titles(text: string, convention: Convention): string[] {
  return proposed(text, convention).map(({ title }) => title);
}

describe("lines", () => {
  it("are a name and its explanation, a name alone, or a sentence", () => {
    const items = `- Gizmo Alpha: it sorts your files
- AWS Lambda supports Ruby
- You can keep the files of a bucket for ten years. Nice.`;

    expect(proposed(items, "line").map(({ title, shape }) => [title, shape])).toEqual([
      ["Gizmo Alpha", "named"],
      ["AWS Lambda supports Ruby", "short"],
      ["You can keep the files of a bucket for ten years.", "sentence"],
    ]);
  });

  it("are cut where the explanation of a long sentence begins", () => {
    const item =
      "- Buckets now keep a copy of every file in a second zone of your choice, which is what our auditors have been asking us about";

    expect(titles(item, "line")).toEqual(["Buckets now keep a copy of every file in a second zone of your choice"]);
  });

  it("are no lines when a mark leads them", () => {
    expect(proposed("- **Gizmo Alpha** sorts your files", "line")).toEqual([]);
    expect(titles("- **Gizmo Alpha** sorts your files", "lead")).toEqual(["Gizmo Alpha"]);
  });
});

describe("leading names", () => {
  it("may be several, numbered, or one in a frame", () => {
    expect(titles("1) **Gizmo Alpha**, **Gizmo Beta** and **Gizmo Gamma** sort files", "lead")).toEqual([
      "Gizmo Alpha",
      "Gizmo Beta",
      "Gizmo Gamma",
    ]);
    expect(titles("- **[Gizmo Alpha](https://gizmo.example/a) (preview)** sorts files", "lead")).toEqual([
      "Gizmo Alpha",
    ]);
  });

  it("are bounded in a line", () => {
    expect(titles(`- ${"**Gizmo Alpha**, ".repeat(500)}`, "lead").length).toBeLessThan(200);
  });
});

describe("coined names", () => {
  it.each([
    ["They showed a tool called Gizmo Alpha today.", ["Gizmo Alpha"]],
    ["The new Gizmo Beta sorts files.", ["Gizmo Beta"]],
    ["Gizmo Gamma is a sorter of files.", ["Gizmo Gamma"]],
    ["Gizmo-Net 3 was announced.", ["Gizmo-Net 3"]],
    ["The eGizmo will sort files.", ["eGizmo"]],
    ["This is a sorter of files.", []],
    ["It sorts files.", []],
  ])("are taken from %s", (text, names) => {
    expect(titles(text, "coined")).toEqual(names);
  });
});

describe("prose", () => {
  it("gives the services of sentences that tell of news, and only those", () => {
    const text = "Object locks of Amazon S3 are now available. We used Amazon SQS for years.";

    expect(titles(text, "prose")).toEqual(["Amazon S3"]);
  });

  it("leaves marked services to their marks", () => {
    expect(titles("There are now locks in **Amazon S3** too.", "prose")).toEqual([]);
    expect(titles("There are now locks in **Amazon S3** too.", "inline")).toEqual(["Amazon S3"]);
  });
});

describe("addresses", () => {
  const NEWS = "https://aws.amazon.com/about-aws/whats-new/2020/12/";

  it("name what no words name", () => {
    expect(titles(`[here](${NEWS}amazon-s3-strong-consistency/)`, "address")).toEqual(["Amazon S3 strong consistency"]);
  });

  it("are named by the words beside them first", () => {
    expect(titles(`Faster queues for everyone: [here](${NEWS}amazon-sqs-fast/)`, "address")).toEqual([
      "Faster queues for everyone:",
    ]);
  });

  it("of an item reach as far as what is said below it", () => {
    const text = `* Faster queues: ${NEWS}amazon-sqs-fast/\n  * twice as fast\n\nMore.`;
    const [proposal] = proposed(text, "address");

    expect(text.slice(proposal?.place.start, proposal?.place.end)).toMatch(/^Faster queues[^]*twice as fast$/);
  });

  it("of no news name nothing", () => {
    expect(titles("[here](https://gizmo.example/amazon-s3-strong-consistency)", "address")).toEqual([]);
  });

  it.each([
    ["https://x.example/new/amazon-sqs-fifo-queues.html?a=b#c", "Amazon SQS fifo queues"],
    ["https://x.example/blog/a_b/aws-lambda-in-ruby/", "AWS Lambda in ruby"],
    ["https://x.example/blog", null],
    ["https://x.example/p/%20-%20", null],
    [`https://x.example/${"long-".repeat(500)}`, null],
  ])("make a title of %s", (url, title) => {
    expect(titleOfAddress(url)).toBe(title);
  });
});

describe("announcing", () => {
  it("takes every name that is joined to the first", () => {
    expect(titles("Today they announced **Gizmo Alpha**, **Gizmo Beta** and Amazon S3 Select.", "announcing")).toEqual([
      "Gizmo Alpha",
      "Gizmo Beta",
      "Amazon S3 Select",
    ]);
  });

  it("takes a name no mark shows only right at the start", () => {
    expect(titles("Announcing Gizmo Gamma, a sorter of files.", "announcing")).toEqual(["Gizmo Gamma"]);
    expect(titles("My friends are announcing Gizmo Gamma, a sorter of files.", "announcing")).toEqual([]);
  });

  it("does not reach past a preposition", () => {
    expect(titles("It was announced at the **Grand Hall** of the city.", "announcing")).toEqual([]);
  });

  it("finds the name of each sentence in a long paragraph", () => {
    const sentences = Array.from({ length: 50 }, (_, i) => `They announced **Gizmo ${i}x** as well.`);

    expect(titles(sentences.join(" "), "announcing")).toEqual(sentences.map((_, i) => `Gizmo ${i}x`));
  });
});

describe("what names something", () => {
  it.each([
    "Read more",
    "Coming soon",
    "https://gizmo.example/a",
    "123",
    "GIZ301",
    "Links",
    "AWS blogs site",
    "What is it?",
  ])("is not %s", (title) => {
    expect(titles(`- **${title}** and so on`, "lead")).toEqual([]);
  });

  it("is nothing that leads to another part of the page", () => {
    expect(titles("- [Gizmo Alpha](#alpha) and so on", "lead")).toEqual([]);
    expect(titles("- [Gizmo Alpha](https://gizmo.example) and so on", "lead")).toEqual(["Gizmo Alpha"]);
  });

  it("is taken apart where two services share their first words", () => {
    expect(titles("- **Amazon Managed Services for Grafana and Prometheus** are here", "lead")).toEqual([
      "Amazon Managed Service for Grafana",
      "Amazon Managed Service for Prometheus",
    ]);
  });
});
