import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { createAnnouncement, createConference, createVote } from "@/lib/testing/builders";
// Gives this file a database of its own.
import "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import type { TeamViewer } from "@/lib/identity/types";

import { readSearch } from "./read-search";

describe("readSearch", () => {
  let viewer: TeamViewer;

  beforeAll(async () => {
    viewer = await createTeamViewer();
    const [first, second] = await Promise.all([
      createConference({ name: "re:Invent 2029", slug: "reinvent-2029", startsOn: new Date("2029-12-01") }),
      createConference({ name: "Summit 2030", slug: "summit-2030", startsOn: new Date("2030-05-01") }),
    ]);
    const ec2 = { services: ["Amazon EC2"], conferenceId: first.id };
    await createAnnouncement({ ...ec2, title: "Graviton9 instances", slug: "graviton9" });
    await createAnnouncement({ ...ec2, title: "Cheaper images", summary: "Built on graviton.", slug: "images" });
    const later = await createAnnouncement({ ...ec2, title: "EC2 sleeps", slug: "sleeps", conferenceId: second.id });
    await createVote({ teamId: viewer.teamId, announcementId: later.id, personId: viewer.personId, choice: "ignore" });
  });

  it("finds announcements, those with the word in the title first", async () => {
    const { match, announcements } = await readSearch(viewer, "gravit");

    expect(match).toBe("exact");
    expect(announcements.map(({ slug }) => slug)).toEqual(["graviton9", "images"]);
    expect(announcements[0]).toEqual({
      slug: "graviton9",
      title: { text: "Graviton9 instances", ranges: [[0, 6]] },
      services: ["Amazon EC2"],
      conference: { slug: "reinvent-2029", name: "re:Invent 2029" },
      mine: null,
    });
  });

  it("finds services with the newest conference that has something about them, and conferences by name", async () => {
    expect((await readSearch(viewer, "ec2")).services).toEqual([
      {
        slug: "amazon-ec2",
        name: { text: "Amazon EC2", ranges: [[7, 10]] },
        conference: { slug: "summit-2030", name: "Summit 2030" },
      },
    ]);
    for (const typed of ["reinvent", "re:inv", "invent 2029"]) {
      const { conferences } = await readSearch(viewer, typed);
      expect(conferences.map(({ slug }) => slug)).toEqual(["reinvent-2029"]);
    }
  });

  it("says what the viewer marked, and nobody else's mark", async () => {
    const own = await readSearch(viewer, "sleeps");
    const others = await readSearch(await createTeamViewer(), "sleeps");

    expect(own.announcements).toMatchObject([{ mine: "ignore" }]);
    expect(others.announcements).toMatchObject([{ mine: null }]);
  });

  it("offers what is closest to a misspelt word", async () => {
    const { match, announcements } = await readSearch(viewer, "gravitton9");

    expect(match).toBe("closest");
    expect(announcements.map(({ slug }) => slug)).toContain("graviton9");
  });

  it("offers the newest conferences for nothing typed", async () => {
    const { announcements, conferences } = await readSearch(viewer, "  ");

    expect(announcements).toEqual([]);
    expect(conferences.map(({ slug }) => slug)).toEqual(["summit-2030", "reinvent-2029"]);
  });

  it("answers any text, and everything only when everything has it", async () => {
    for (const typed of ["%", "_", "\\", '"', "-", "' OR 1=1 --", "(", "x".repeat(1_000)]) {
      const { match, announcements } = await readSearch(viewer, typed);
      expect([typed, match === "exact" ? announcements : []]).toEqual([typed, []]);
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (typed) => {
        const { announcements } = await readSearch(viewer, typed);
        expect(announcements.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 100 },
    );
  });
});
