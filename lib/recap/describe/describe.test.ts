import { describe, expect, it } from "vitest";

import { describeAvailability, markedAvailability, sectionAvailability } from "./availability";
import { describeCategory } from "./category";
import { describeFigures } from "./figures";
import { linkKind } from "./links";
import { describeTake } from "./take";
import { describeTitle, fullName } from "./title";

describe("describeTitle", () => {
  it.each([
    ["1. Announcing AWS Proton (preview):", "AWS Proton"],
    ["🚀 New – Amazon S3 Express One Zone!", "Amazon S3 Express One Zone"],
    ["*release of serverless Aurora*", "Serverless Aurora"],
    ["Lambda\n layers", "Lambda layers"],
    ["gp3 volumes", "gp3 volumes"],
  ])("reads %j as %j", (raw, title) => {
    expect(describeTitle(raw)).toBe(title);
  });

  it("gives a short form its service's whole name, and leaves features alone", () => {
    expect(fullName("Proton", "aws")).toBe("AWS Proton");
    expect(fullName("Babelfish", "aws")).toBe("Babelfish");
    expect(fullName("Lambda layers", "aws")).toBe("Lambda layers");
  });
});

describe("markedAvailability", () => {
  it.each([
    ["GA: Orchard clusters", "ga"],
    ["Orchard [Beta]", "preview"],
    ["Orchard runtime 8 Preview 4", "preview"],
    ["Coming soon: Orchard", "coming"],
    ["Orchard clusters", "unknown"],
  ])("reads %j as %s", (title, availability) => {
    expect(markedAvailability(title)).toBe(availability);
  });
});

describe("sectionAvailability", () => {
  it.each([
    ["Public previews", "preview"],
    ["Released", "ga"],
    ["Preview of the keynote", "unknown"],
  ])("reads %j as %s", (heading, availability) => {
    expect(sectionAvailability(heading)).toBe(availability);
  });
});

describe("describeAvailability", () => {
  it.each([
    ["It is in public preview", "preview"],
    ["AWS Proton (preview)", "preview"],
    ["Coming in 2021:", "coming"],
    ["A new service (coming soon, early next year)", "coming"],
    ["CloudWatch Lambda Insights (GA)", "ga"],
    ["is now generally available", "ga"],
    ["Lambda supports containers", "unknown"],
    ["It will be useful in the coming months", "unknown"],
  ])("reads %j as %s", (passage, availability) => {
    expect(describeAvailability([passage])).toBe(availability);
  });

  it("lets the first passage that says anything decide", () => {
    expect(describeAvailability(["nothing", "in preview", "generally available"])).toBe("preview");
  });

  it("leaves what comes later of something else aside", () => {
    expect(describeAvailability(["Orchard", "It prunes by itself. More regions are coming soon."])).toBe("unknown");
    expect(describeAvailability(["Orchard", "It prunes by itself, coming early 2022."])).toBe("coming");
    expect(describeAvailability(["Orchard", "This feature is not released yet."])).toBe("coming");
  });
});

describe("describeCategory", () => {
  const category = (title: string) => describeCategory({ title, context: [], section: null, vendor: "aws" });

  it("follows the service, a feature that differs from it, and the service a thing is for", () => {
    expect(category("Amazon EBS gp3 volumes")).toBe("storage");
    expect(category("AWS Trainium 2")).toBe("machine-learning");
    expect(category("ALB support for Lambda")).toBe("serverless");
  });

  it("falls back to the section, then to words", () => {
    expect(describeCategory({ title: "Dark Mode", context: [], section: "media", vendor: null })).toBe("media");
    expect(category("A graph database")).toBe("databases");
    expect(category("Something")).toBe("other");
  });
});

describe("describeFigures", () => {
  it("types figures and reads their numbers", () => {
    expect(
      describeFigures(
        "20% cheaper, 3,000 IOPS, up to 10 GB, $900,000 a year, billed per 1 ms, 5.5 million users, early 2021",
      ).map(({ kind, value, unit }) => [kind, value, unit]),
    ).toEqual([
      ["percent", 20, "%"],
      ["count", 3000, "IOPS"],
      ["size", 10, "GB"],
      ["money", 900000, "USD"],
      ["latency", 1, "ms"],
      ["count", 5500000, "users"],
      ["date", 2021, "2021"],
    ]);
  });

  it("leaves names and versions alone", () => {
    expect(describeFigures("S3, EC2, gp3, Graviton2 and version 2.5 of it")).toEqual([]);
  });
});

describe("linkKind", () => {
  it.each([
    ["https://aws.amazon.com/about-aws/whats-new/2020/12/x/", "announcement"],
    ["https://docs.aws.amazon.com/lambda/latest/dg/x.html", "documentation"],
    ["https://youtu.be/x", "video"],
    ["https://example.com/x", "other"],
  ])("classes %s as %s", (url, kind) => {
    expect(linkKind(url)).toBe(kind);
  });
});

describe("describeTake", () => {
  it("keeps opinion and advice, and leaves facts", () => {
    expect(describeTake(["Volumes cost 20% less. We should move our build machines first.", "It stores bytes."])).toBe(
      "We should move our build machines first.",
    );
    expect(describeTake(["It stores bytes."])).toBeNull();
  });
});
