import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { SERVICES } from "@/lib/recap/services/gazetteer";

import { canonicalUrl } from "./canonical-url";
import { starterFileSchema, type StarterFile } from "./starter-schema";

const folder = path.join(process.cwd(), "prisma/catalogue");
const names = readdirSync(folder).sort();

function read(name: string): StarterFile {
  return starterFileSchema.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8")));
}

describe("the starter catalogue", () => {
  it("holds re:Invent 2020 and 2023 with what their recaps announce", () => {
    const counts = names.map((name) => [name, read(name).sources.length, read(name).announcements.length]);

    expect(counts).toEqual([
      ["reinvent-2020.json", 4, 30],
      ["reinvent-2023.json", 1, 28],
    ]);
  });

  describe.each(names)("%s", (name) => {
    const file = read(name);

    it("is named after its conference", () => {
      expect(name).toBe(`${file.conference.slug}.json`);
    });

    it("names services as the recap reader does, and none without need", () => {
      const known = SERVICES.map(({ slug, name, vendor }) => ({ slug, name, vendor }));
      const used = new Set(file.announcements.flatMap((each) => each.services));

      for (const service of file.services) expect(known).toContainEqual(service);
      expect([...used].sort()).toEqual(file.services.map((service) => service.slug).sort());
    });

    it.each(file.announcements)("sums up $key in one or two sentences", ({ summary }) => {
      const sentences = summary.match(/[.!?](?=\s|$)/g) ?? [];

      expect(sentences.length).toBeGreaterThanOrEqual(1);
      expect(sentences.length).toBeLessThanOrEqual(2);
      expect(summary).toMatch(/\.$/);
      expect(summary).not.toMatch(/TODO/i);
    });

    it("gives every announcement its own title and its own links", () => {
      const titles = file.announcements.map((each) => each.title.toLowerCase());
      const links = file.announcements.flatMap((each) => each.links.map((link) => canonicalUrl(link.url)));

      expect(new Set(titles).size).toBe(titles.length);
      expect(new Set(links).size).toBe(links.length);
    });

    it("mentions every source", () => {
      const mentioned = new Set(file.announcements.flatMap((each) => each.mentions.map((mention) => mention.source)));

      expect([...mentioned].sort()).toEqual(file.sources.map((source) => source.key).sort());
    });

    it("reads percents as whole percents and money in a currency", () => {
      for (const figure of file.announcements.flatMap((each) => each.figures)) {
        if (figure.kind === "percent") expect(figure.unit).toBe("%");
        if (figure.kind === "money") expect(figure.unit).toMatch(/^[A-Z]{3}$/);
        expect(figure.text).toMatch(/\d/);
      }
    });
  });
});

describe("starterFileSchema", () => {
  const announcement = {
    key: "faster-disks",
    title: "Faster disks",
    summary: "Disks that read twice as fast as the ones they replace.",
    services: ["amazon-ebs"],
    category: "storage",
    availability: "ga",
    links: [{ url: "https://example.com/disks", kind: "announcement" }],
    figures: [],
    mentions: [{ source: "notes", section: null, take: null }],
  };
  const file = {
    format: 1,
    conference: { slug: "some-conf", name: "Some Conf", startsOn: "2024-05-01", endsOn: "2024-05-03" },
    sources: [{ key: "notes", title: "Notes", author: null, url: null, publishedOn: null }],
    services: [{ slug: "amazon-ebs", name: "Amazon EBS", vendor: "aws" }],
    announcements: [announcement],
  };

  it("takes a file in which everything fits together", () => {
    expect(starterFileSchema.safeParse(file).success).toBe(true);
  });

  it.each([
    ["an announcement that stands twice", [announcement, announcement], "faster-disks stands twice"],
    ["an unlisted service", [{ ...announcement, services: ["amazon-ec2"] }], "unlisted service, amazon-ec2"],
    [
      "an unlisted source",
      [{ ...announcement, mentions: [{ source: "diary", section: null, take: null }] }],
      "unlisted source, diary",
    ],
    [
      "one link in two spellings",
      [{ ...announcement, links: [...announcement.links, { url: "http://www.example.com/disks/", kind: "other" }] }],
      "https://example.com/disks twice",
    ],
  ])("refuses %s", (_, announcements, message) => {
    const parsed = starterFileSchema.safeParse({ ...file, announcements });

    expect(parsed.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });

  it("refuses a conference that ends before it starts", () => {
    const conference = { ...file.conference, endsOn: "2024-04-30" };

    expect(starterFileSchema.safeParse({ ...file, conference }).error?.issues[0]?.message).toContain(
      "before it starts",
    );
  });
});
