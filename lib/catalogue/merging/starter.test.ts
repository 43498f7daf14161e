import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { resetDatabase, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { loadStarterCatalogue } from "../load-starter";
import type { StarterFile } from "../starter-schema";

import { undoMerge } from "./commands";
import { merge } from "./testing";

type StarterAnnouncement = StarterFile["announcements"][number];

const fans: StarterAnnouncement = {
  key: "quiet-fans",
  title: "Quiet fans",
  summary: "Fans that nobody hears, for racks that stand in the office.",
  services: ["fan-service"],
  category: "compute",
  availability: "ga",
  links: [],
  figures: [],
  mentions: [{ source: "notes", section: null, take: "Worth a try." }],
};
const silent: StarterAnnouncement = {
  ...fans,
  key: "silent-fans",
  title: "Silent fans",
  figures: [{ text: "half the noise", kind: "count", value: null, unit: null }],
};

let folder: string;

beforeEach(async () => {
  await resetDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "starter-"));
});

describe("the starter catalogue after a merge", () => {
  it("makes no second announcement, and leaves the figures that came", async () => {
    await load([fans, silent]);
    await merge(await aLead(), await find("quiet-fans"), await find("silent-fans"));

    expect(await load([{ ...fans, title: "Quiet fans, all of them" }, silent])).toMatchObject({
      created: 0,
      updated: 1,
    });

    const rows = await testDb().announcement.findMany();
    expect(rows).toMatchObject([{ title: "Quiet fans, all of them", figures: silent.figures }]);
  });

  it("corrects both again once it is undone", async () => {
    await load([fans, silent]);
    const lead = await aLead();
    const mergeId = await merge(lead, await find("quiet-fans"), await find("silent-fans"));
    await undoMerge(lead, { mergeId });

    expect(await load([fans, { ...silent, title: "Silent fans, all of them" }])).toMatchObject({
      created: 0,
      updated: 1,
    });
    expect((await find("silent-fans")).title).toBe("Silent fans, all of them");
    expect((await find("quiet-fans")).figures).toEqual([]);
  });
});

async function load(announcements: StarterAnnouncement[]) {
  const conference = { slug: "fan-conf", name: "Fan Conf", startsOn: "2024-05-01", endsOn: "2024-05-03" };
  const sources = [{ key: "notes", title: "Notes", author: "Ann", url: null, publishedOn: "2024-05-04" }];
  const services = [{ slug: "fan-service", name: "Fan Service", vendor: "aws" }];
  const file: StarterFile = { format: 1, conference, sources, services, announcements };
  await writeFile(path.join(folder, "fan-conf.json"), JSON.stringify(file));
  return loadStarterCatalogue(testDb(), folder);
}

function find(key: string) {
  return testDb().announcement.findUniqueOrThrow({ where: { catalogueKey: `fan-conf/${key}` } });
}

function aLead() {
  return createTeamViewer({ role: "lead" });
}
