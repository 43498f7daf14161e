import { z } from "zod";

import { canonicalUrl } from "@/lib/catalogue/canonical-url";
import { AVAILABILITIES, CATEGORIES, FIGURE_KINDS, LINK_KINDS } from "@/lib/recap/types";

import { day, id, line, moment, slug, text } from "./parts";

const TITLE = 200;
const LONG = 100_000;

export const conferenceSchema = z.strictObject({
  slug,
  name: line(TITLE),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
});
export type TransferConference = z.output<typeof conferenceSchema>;

export const serviceSchema = z.strictObject({ slug, name: line(TITLE), vendor: text(TITLE) });
export type TransferService = z.output<typeof serviceSchema>;

export const sourceSchema = z.strictObject({
  id,
  title: text(2_000),
  author: text(2_000).nullable(),
  url: text(4_000).nullable(),
  publishedOn: day.nullable(),
  /** By which the same text is known again: "sha256:…", or the key of a starter source. */
  identity: line(500),
  createdAt: moment,
});
export type TransferSource = z.output<typeof sourceSchema>;

const link = z.strictObject({
  url: text(4_000).refine((url) => canonicalUrl(url) !== null, "is no web address"),
  kind: z.enum(LINK_KINDS),
});

const figure = z.strictObject({
  text: text(2_000),
  kind: z.enum(FIGURE_KINDS),
  value: z.number().nullable(),
  unit: text(200).nullable(),
});

const mention = z.strictObject({
  /** Id of a source in the file. */
  source: id,
  excerpt: text(LONG),
  take: text(LONG).nullable(),
  section: text(2_000).nullable(),
  createdAt: moment,
});

export const announcementSchema = z
  .strictObject({
    id,
    slug,
    title: line(TITLE),
    summary: text(10_000),
    category: z.enum(CATEGORIES),
    availability: z.enum(AVAILABILITIES),
    vendorId: text(2_000).nullable(),
    /** Which announcement of the starter catalogue it is. */
    catalogueKey: text(300).nullable(),
    createdAt: moment,
    /** When a person last edited it. */
    editedAt: moment.nullable(),
    /** Slugs of services in the file, the main one first. */
    services: z.array(slug).max(100),
    links: z.array(link).max(1_000),
    figures: z.array(figure).max(1_000),
    mentions: z.array(mention).max(1_000),
  })
  .superRefine(({ services, links, mentions }, context) => {
    const twice = (field: string, names: readonly string[]) => {
      const at = names.findIndex((name, index) => names.indexOf(name) < index);
      if (at >= 0) context.addIssue({ code: "custom", path: [field, at], message: "stands twice" });
    };
    twice("services", services);
    twice(
      "links",
      links.map(({ url }) => canonicalUrl(url) ?? url),
    );
    twice(
      "mentions",
      mentions.map(({ source }) => source),
    );
  });
export type TransferAnnouncement = z.output<typeof announcementSchema>;
