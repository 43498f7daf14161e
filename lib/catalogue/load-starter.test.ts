import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { recount } from "@/lib/db/check";
import { createComment, createMember, createVote } from "@/lib/testing/builders";
import { resetDatabase, testDatabaseUrl, testDb as db } from "@/lib/testing/database";

import { loadStarterCatalogue } from "./load-starter";
import { starterFileSchema, type StarterFile } from "./starter-schema";

type StarterAnnouncement = StarterFile["announcements"][number];

const disks: StarterAnnouncement = {
  key: "faster-disks",
  title: "Faster disks",
  summary: "Disks that read twice as fast as the ones they replace.",
  services: ["amazon-ebs", "amazon-ec2"],
  category: "storage",
  availability: "preview",
  links: [{ url: "https://www.example.com/disks/", kind: "announcement" }],
  figures: [{ text: "twice as fast", kind: "count", value: 2, unit: "×" }],
  mentions: [{ source: "notes", section: "Storage", take: "Worth a try." }],
};
const queues: StarterAnnouncement = { ...disks, key: "longer-queues", title: "Longer queues", links: [], figures: [] };

const someConf: StarterFile = {
  format: 1,
  conference: { slug: "some-conf", name: "Some Conf", startsOn: "2024-05-01", endsOn: "2024-05-03" },
  sources: [{ key: "notes", title: "Notes", author: "Ann", url: null, publishedOn: "2024-05-04" }],
  services: [
    { slug: "amazon-ebs", name: "Amazon EBS", vendor: "aws" },
    { slug: "amazon-ec2", name: "Amazon EC2", vendor: "aws" },
  ],
  announcements: [disks, queues],
};

let folder: string;

beforeEach(resetDatabase);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "starter-"));
});

async function load(file: StarterFile = someConf) {
  await writeFile(path.join(folder, "some-conf.json"), JSON.stringify(file));
  return loadStarterCatalogue(db(), folder);
}

async function findDisks() {
  return db().announcement.findUniqueOrThrow({
    where: { catalogueKey: "some-conf/faster-disks" },
    include: { conference: true, links: true, mentions: { include: { source: true } } },
  });
}

/** Everything the loader writes, without the times. */
async function everything() {
  const order = { orderBy: { id: "asc" } } as const;
  return {
    conferences: await db().conference.findMany(order),
    announcements: await db().announcement.findMany(order),
    services: await db().service.findMany(order),
    sources: await db().source.findMany(order),
    links: await db().announcementLink.findMany(order),
    mentions: await db().mention.findMany(order),
  };
}

describe("loadStarterCatalogue", () => {
  it("stores a conference with its announcements, services, links and mentions", async () => {
    expect(await load()).toEqual({ created: 2, updated: 0, unchanged: 0 });

    expect(await findDisks()).toMatchObject({
      slug: "faster-disks",
      availability: "preview",
      figures: disks.figures,
      serviceSlugs: ["amazon-ebs", "amazon-ec2"],
      mentionCount: 1,
      conference: { slug: "some-conf", announcementCount: 2 },
      links: [
        { url: "https://www.example.com/disks/", canonicalUrl: "https://example.com/disks", kind: "announcement" },
      ],
      mentions: [
        { section: "Storage", take: "Worth a try.", excerpt: "", source: { identity: "starter:some-conf/notes" } },
      ],
    });
  });

  it("keeps dates on their calendar day, whatever the zone", async () => {
    await load();

    const { conference, mentions } = await findDisks();
    const dates = [conference.startsOn, conference.endsOn, mentions[0]?.source.publishedOn];
    expect(dates.map((date) => date?.toISOString().slice(0, 10))).toEqual(["2024-05-01", "2024-05-03", "2024-05-04"]);
  });

  it("loads the files that come with the app, and changes no row the second time", async () => {
    const dir = path.join(process.cwd(), "prisma/catalogue");
    const { announcements } = starterFileSchema.parse(
      JSON.parse(await readFile(path.join(dir, "reinvent-2020.json"), "utf8")),
    );
    const first = await loadStarterCatalogue(db(), dir);
    const before = await everything();

    expect(await loadStarterCatalogue(db(), dir)).toEqual({ created: 0, updated: 0, unchanged: first.created });
    await db().starterFile.deleteMany();
    expect(await loadStarterCatalogue(db(), dir)).toEqual({ created: 0, updated: 0, unchanged: first.created });

    expect(await everything()).toEqual(before);
    expect(await recount(testDatabaseUrl())).toEqual([]);
    expect(first.created).toBeGreaterThan(announcements.length);
  });

  it("skips a file that it has loaded as it is", async () => {
    await load();
    await db().announcementLink.deleteMany();

    expect(await load()).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await db().announcementLink.count()).toBe(0);
  });

  it("does not double anything when several processes load at once", async () => {
    const results = await Promise.all([load(), load(), load()]);

    expect(results.map((result) => result.created).sort()).toEqual([0, 0, 2]);
    expect(await db().announcement.count()).toBe(2);
    expect(await db().mention.count()).toBe(2);
  });

  it("corrects what a newer file says otherwise, and keeps the address", async () => {
    await load();
    const corrected = { ...disks, title: "Much faster disks", availability: "ga" as const };

    expect(await load({ ...someConf, announcements: [corrected, queues] })).toEqual({
      created: 0,
      updated: 1,
      unchanged: 1,
    });

    expect(await findDisks()).toMatchObject({ title: "Much faster disks", availability: "ga", slug: "faster-disks" });
  });

  it("counts a new link or another take as an update", async () => {
    await load();
    const withTake = { ...queues, mentions: [{ source: "notes", section: null, take: "Long enough." }] };

    expect(await load({ ...someConf, announcements: [disks, withTake] })).toMatchObject({ updated: 1, unchanged: 1 });
  });

  it("keeps an announcement that a newer file leaves out", async () => {
    await load();

    expect(await load({ ...someConf, announcements: [queues] })).toEqual({ created: 0, updated: 0, unchanged: 1 });
    expect((await findDisks()).title).toBe("Faster disks");
  });

  it("leaves alone what a person has edited", async () => {
    await load();
    const { id } = await findDisks();
    await db().announcement.update({ where: { id }, data: { title: "Our disks", editedAt: new Date("2024-06-01") } });
    await db().announcementLink.deleteMany({ where: { announcementId: id } });
    const corrected = { ...disks, title: "Much faster disks" };

    expect(await load({ ...someConf, announcements: [corrected, queues] })).toMatchObject({ updated: 0, unchanged: 2 });
    expect(await findDisks()).toMatchObject({ title: "Our disks", links: [] });
  });

  it("keeps marks, comments and what an import added", async () => {
    await load();
    const { id } = await findDisks();
    const { team, person } = await createMember();
    const mark = { teamId: team.id, announcementId: id, personId: person.id, note: "Try it on one server." };
    await createVote(mark);
    await createComment({ teamId: team.id, announcementId: id, authorId: person.id });
    await db().announcementLink.create({
      data: { announcementId: id, url: "https://example.com/more", canonicalUrl: "https://example.com/more" },
    });

    await load({ ...someConf, announcements: [{ ...disks, summary: `${disks.summary} Now everywhere.` }] });

    expect(await db().vote.findMany()).toMatchObject([{ ...mark, choice: "adopt" }]);
    expect(await db().tally.findMany()).toMatchObject([{ announcementId: id, adopt: 1, comments: 1 }]);
    expect((await findDisks()).links).toHaveLength(2);
  });

  it("gives way when another conference already has the address", async () => {
    await load();
    await writeFile(
      path.join(folder, "other-conf.json"),
      JSON.stringify({ ...someConf, conference: { ...someConf.conference, slug: "other-conf", name: "Other Conf" } }),
    );

    await loadStarterCatalogue(db(), folder);

    const slugs = await db().announcement.findMany({ select: { slug: true }, orderBy: { slug: "asc" } });
    expect(slugs.map((row) => row.slug)).toEqual([
      "faster-disks",
      "faster-disks-other-conf",
      "longer-queues",
      "longer-queues-other-conf",
    ]);
  });

  it("stores nothing of a file that does not hold together, and names it", async () => {
    await expect(load({ ...someConf, services: [] })).rejects.toThrow(/some-conf\.json is no starter catalogue/);

    expect(await db().conference.count()).toBe(0);
    expect(await db().starterFile.count()).toBe(0);
  });
});
