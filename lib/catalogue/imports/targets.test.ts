import { describe, expect, it } from "vitest";

import { createAnnouncement } from "@/lib/testing/builders";
import { createTeamViewer } from "@/lib/testing/viewers";

import { listMergeTargets } from "./targets";
import { createLead, readIn } from "./testing";

async function setUp() {
  const { viewer, team, conference } = await createLead();
  const at = { conferenceId: conference.id };
  await createAnnouncement({ ...at, title: "Cheaper volumes", services: ["Amazon EBS"] });
  await createAnnouncement({ ...at, title: "A 100 % new thing", services: ["AWS Lambda"] });
  await createAnnouncement({ title: "Volumes elsewhere", services: ["Amazon EBS"] });
  const [candidate] = (await readIn(viewer, conference.slug)).candidates;
  return { viewer, team, candidateId: candidate?.id ?? "" };
}

describe("listMergeTargets", () => {
  it("offers the conference's own announcements, those about the same service first", async () => {
    const { viewer, candidateId } = await setUp();

    const targets = await listMergeTargets(viewer, candidateId, "");

    expect(targets?.map(({ title }) => title)).toEqual(["Cheaper volumes", "A 100 % new thing"]);
  });

  it("finds by a word, and takes wildcards as they are written", async () => {
    const { viewer, candidateId } = await setUp();
    const find = async (query: string) =>
      (await listMergeTargets(viewer, candidateId, query))?.map(({ title }) => title);

    expect(await find("Lambda")).toEqual(["A 100 % new thing"]);
    expect(await find("100 %")).toEqual(["A 100 % new thing"]);
    expect(await find("_____")).toEqual([]);
  });

  it("answers leads of the import's team alone", async () => {
    const { team, candidateId } = await setUp();

    expect(await listMergeTargets(await createTeamViewer({ team }), candidateId, "")).toBeNull();
    expect(await listMergeTargets(await createTeamViewer({ role: "lead" }), candidateId, "")).toBeNull();
  });
});
