import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readRecap } from "./read";

function titles(post: string): string[] {
  return readRecap(post).announcements.map((candidate) => candidate.title);
}

describe("readRecap", () => {
  it("reads bold links that lead paragraphs under category headings", () => {
    const { conference, source, announcements } = readRecap(`---
title: "What we liked at AWS re:Invent 2020"
author: Ada Example
date: 2020-12-20
---

## Storage

**[Amazon EBS gp3 volumes](https://aws.amazon.com/about-aws/whats-new/2020/12/gp3/)** - Volumes that are about 20% cheaper than gp2. We should move our build machines first.

## Containers

Coming in 2021:
**[Amazon EKS Anywhere](https://aws.amazon.com/eks/eks-anywhere/)** & **[Amazon ECS Anywhere](https://aws.amazon.com/ecs/anywhere/)** - the same control plane on your own hardware.

**[AWS Proton](https://aws.amazon.com/proton/) (preview)** - Deploys from templates.

## Sessions

* [How we test at scale](https://example.com/talk-1)
**[Building AWS Lambda functions well](https://aws.amazon.com/blogs/aws/talk-2/)** - now to watch.
`);

    expect(conference).toBe("AWS re:Invent 2020");
    expect(source).toEqual({
      title: "What we liked at AWS re:Invent 2020",
      author: "Ada Example",
      url: null,
      publishedOn: "2020-12-20",
    });
    expect(
      announcements.map(({ title, services, category, availability }) => [title, services, category, availability]),
    ).toEqual([
      ["Amazon EBS gp3 volumes", ["Amazon EBS"], "storage", "unknown"],
      ["Amazon EKS Anywhere", ["Amazon EKS"], "containers", "coming"],
      ["Amazon ECS Anywhere", ["Amazon ECS"], "containers", "coming"],
      ["AWS Proton", ["AWS Proton"], "developer-tools", "preview"],
    ]);
    expect(announcements[0]).toMatchObject({
      section: "Storage",
      take: "We should move our build machines first.",
      figures: [{ text: "about 20% cheaper than gp2", kind: "percent", value: 20, unit: "%" }],
      links: [{ url: "https://aws.amazon.com/about-aws/whats-new/2020/12/gp3/", kind: "announcement" }],
    });
  });

  it("reads numbered bold links, several in one line", () => {
    expect(
      titles(`My favourites of re:Invent 2020:

**1.** [**S3 gets strong consistency**](https://aws.amazon.com/s3/consistency/)**.**

Announced at last. See [how DynamoDB does it](https://docs.aws.amazon.com/dynamodb).

**2. Managed:** [**Grafana**](https://aws.amazon.com/grafana/)**,** [**CloudShell**](https://aws.amazon.com/cloudshell/)**.**

New dashboards and a shell.

**3.** [**EC2 Mac instances**](https://aws.amazon.com/ec2/mac/)**.**

A Mac to rent.
`),
    ).toEqual(["S3 gets strong consistency", "Amazon Managed Grafana", "AWS CloudShell", "EC2 Mac instances"]);
  });

  it("reads bare headings of plain text, and leaves the closing words out", () => {
    expect(
      titles(`re:Invent 2020, first impressions

It was a long night, and these three stood out among what was announced.

Container Images for Lambda Functions

You can now package a function as an image of up to 10 GB.

What's the point? Teams with container tooling need no second one.

Aurora Serverless v2

A second version, in preview, which scales in fractions of a second.

What's the point? Fewer idle databases.

VPC Reachability Analyzer

This new tool checks a path without sending a packet.

Now what?

Read the launch posts and try EC2 for yourself.
`),
    ).toEqual(["Container Images for Lambda Functions", "Aurora Serverless v2", "VPC Reachability Analyzer"]);
  });

  it("reads announcements among the notes of a talk", () => {
    expect(
      titles(`# Keynotes

## The chief executive

* Four out of five start-ups are customers
* Announcing **Aurora Limitless Database**
    * Splits data over shards
* Databases and caches
    * Announcing **Amazon ElastiCache Serverless**
    * Memcached and Redis
* A customer told a story
* Announcing **Guardrails for Bedrock** - policies for what a model may say

# Breakout Sessions

## Introducing Amazon ElastiCache Serverless

* No instances to choose
`),
    ).toEqual(["Aurora Limitless Database", "Amazon ElastiCache Serverless", "Guardrails for Bedrock"]);
  });

  it("reads an HTML page without its menu, banner and footer", () => {
    const { format, source, announcements } = readRecap(`<!doctype html>
<html><head><title>re:Invent 2021 news | Example blog</title><meta name="author" content="Ada Example"></head>
<body><nav><ul><li><a href="/aws-lambda">AWS Lambda</a></li><li><a href="https://aws.amazon.com/blogs/aws/menu/">Amazon EC2 news</a></li></ul></nav>
<main><article><h1>re:Invent 2021 news</h1>
<h2>Compute</h2>
<ul><li><a href="https://aws.amazon.com/blogs/aws/graviton3/">AWS Graviton3 instances</a> &ndash; 25% faster</li>
<li><a href="https://aws.amazon.com/blogs/aws/lambda-powertools/">AWS Lambda adds an event filter</a></li></ul>
<h2>Storage</h2>
<ul><li><a href="https://aws.amazon.com/blogs/aws/fsx-openzfs/">Amazon FSx for OpenZFS</a> (preview)</li></ul>
<div class="related-posts"><ul><li><a href="https://aws.amazon.com/blogs/aws/other/">Amazon ECS news</a></li></ul></div></article></main>
<footer><ul><li><a href="https://aws.amazon.com/blogs/aws/footer/">Amazon RDS news</a></li></ul></footer></body></html>`);

    expect(format).toBe("html");
    expect(source).toMatchObject({ title: "re:Invent 2021 news", author: "Ada Example" });
    expect(announcements.map(({ title, availability }) => [title, availability])).toEqual([
      ["AWS Graviton3 instances", "unknown"],
      ["AWS Lambda adds an event filter", "unknown"],
      ["Amazon FSx for OpenZFS", "preview"],
    ]);
  });

  it("repairs text that was read in the wrong encoding, and keeps places true to what was given", () => {
    const post =
      "# re:Invent 2020\n\n## Itâ€™s storage\n\n**[Amazon S3â€™s new tier](https://aws.amazon.com/s3/x/)** - now cheaper.\n";
    const [candidate] = readRecap(post).announcements;

    expect(candidate?.title).toBe("Amazon S3’s new tier");
    expect(post.slice(candidate?.place?.start, candidate?.place?.end)).toContain("Amazon S3â€™s new tier");
  });

  it("finds nothing in a tutorial", () => {
    expect(
      titles(`# How to put an API on Lambda

In this tutorial we create an API with AWS Lambda and DynamoDB.

## Creating the table

Add a DynamoDB table to the template:

\`\`\`yaml
table: users
\`\`\`

## Deploying AWS Lambda functions

\`\`\`bash
deploy
\`\`\`

Now call it:

\`\`\`bash
curl https://example.com
\`\`\`

* **AWS Lambda** - now runs the code
* **Amazon DynamoDB** - keeps the users
* **Amazon API Gateway** - a new front door

## Local development with DynamoDB

Install the new plugin.
`),
    ).toEqual([]);
  });

  it("reads any text without throwing, with places inside it, and the same way twice", () => {
    const pieces = fc.constantFrom(
      "# ",
      "## ",
      "**",
      "[",
      "](https://aws.amazon.com/s3/)",
      "* ",
      "    ",
      "\n",
      "\n\n",
      "Announcing ",
      "Amazon S3",
      "AWS Lambda",
      "<ul><li>",
      "</b>",
      "<b>",
      "<!doctype html>",
      "---\n",
      "â€™",
      "(preview)",
      "re:Invent 2020",
      "| ",
      "```\n",
      "1. ",
      "\u0000",
      "\ud800",
      "&amp;",
      ">",
      "{% if %}",
    );
    const texts = fc.oneof(
      fc
        .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 60 })
        .map((parts) => parts.join("")),
      fc.string({ unit: "binary", maxLength: 400 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readRecap(text);

        for (const { place, confidence, title } of reading.announcements) {
          expect(title).not.toBe("");
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (place) expect(0 <= place.start && place.start <= place.end && place.end <= text.length).toBe(true);
        }
        expect(readRecap(text)).toEqual(reading);
      }),
      { numRuns: 300 },
    );
  });
});
