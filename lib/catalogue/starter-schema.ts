import { z } from "zod";

import { AVAILABILITIES, CATEGORIES, FIGURE_KINDS, LINK_KINDS } from "@/lib/recap/types";

import { canonicalUrl } from "./canonical-url";

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const line = z.string().trim().min(1).max(200);
const webAddress = z.string().refine((url) => canonicalUrl(url) !== null, "must be a web address");

const conference = z.strictObject({
  slug: key,
  name: line,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
});

const source = z.strictObject({
  key,
  title: line,
  author: line.nullable(),
  url: webAddress.nullable(),
  publishedOn: z.iso.date().nullable(),
});

/** Slug, name and vendor are those of the reader's gazetteer, so that imports and starter meet on one service. */
const service = z.strictObject({ slug: key, name: line, vendor: key });

const figure = z.strictObject({
  /** What the figure says, with the owner of a claim: "up to 40 % better price-performance, AWS's claim". */
  text: line,
  kind: z.enum(FIGURE_KINDS),
  value: z.number().nullable(),
  unit: z.string().nullable(),
});

const mention = z.strictObject({
  /** Key of a source in this file. */
  source: key,
  /** Where in the source: its heading, or the number of the point; null when it has none. */
  section: line.nullable(),
  /** What the author makes of it, in a few words of ours. */
  take: z.string().trim().min(1).max(120).nullable(),
});

const announcement = z.strictObject({
  /** Stays the same for ever: it is how a later version of the file finds the announcement again. */
  key,
  title: z.string().trim().min(1).max(100),
  /** One or two sentences in our own words. */
  summary: z.string().trim().min(40).max(400),
  /** The main service first. */
  services: z.array(key).min(1),
  category: z.enum(CATEGORIES),
  /** At the time of the conference, not today. */
  availability: z.enum(AVAILABILITIES),
  /** The best link first; empty when no source gives one. */
  links: z.array(z.strictObject({ url: webAddress, kind: z.enum(LINK_KINDS) })),
  figures: z.array(figure),
  mentions: z.array(mention).min(1),
});

/**
 * A file of the starter catalogue, `prisma/catalogue/<conference>.json`: one conference with everything announced there,
 * merged across its sources. Keys are unique in the file, and what is referred to is in it.
 */
export const starterFileSchema = z
  .strictObject({
    format: z.literal(1),
    conference,
    sources: z.array(source),
    services: z.array(service),
    announcements: z.array(announcement),
  })
  .superRefine((file, context) => {
    for (const message of contradictions(file)) context.addIssue({ code: "custom", message });
  });

export type StarterFile = z.infer<typeof starterFileSchema>;

type Checked = Pick<StarterFile, "conference" | "sources" | "services" | "announcements">;

function contradictions({ conference, sources, services, announcements }: Checked): string[] {
  const sourceKeys = sources.map((each) => each.key);
  const serviceSlugs = services.map((each) => each.slug);
  return [
    ...(conference.endsOn < conference.startsOn ? ["the conference ends before it starts"] : []),
    ...repeated(sourceKeys).map((name) => `source ${name} stands twice`),
    ...repeated(serviceSlugs).map((name) => `service ${name} stands twice`),
    ...repeated(announcements.map((each) => each.key)).map((name) => `announcement ${name} stands twice`),
    ...announcements.flatMap((each) => {
      const named = each.mentions.map((one) => one.source);
      const links = each.links.map((link) => canonicalUrl(link.url) ?? link.url);
      return [
        ...missing(each.services, serviceSlugs).map((name) => `${each.key} names an unlisted service, ${name}`),
        ...missing(named, sourceKeys).map((name) => `${each.key} names an unlisted source, ${name}`),
        ...repeated([...each.services, ...named, ...links]).map((name) => `${each.key} has ${name} twice`),
      ];
    }),
  ];
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function missing(names: readonly string[], known: readonly string[]): string[] {
  return names.filter((name) => !known.includes(name));
}
