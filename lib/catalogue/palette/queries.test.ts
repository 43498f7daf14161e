import { beforeEach, describe, expect, it } from "vitest";

import { createAnnouncement, createConference, createRound, createVote } from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { readPaletteStart } from "./queries";

describe("readPaletteStart", () => {
  beforeEach(resetDatabase);

  it("gives the newest conferences with what the viewer has left in this team, and their role", async () => {
    const viewer = await createTeamViewer({ role: "lead" });
    const stranger = await createTeamViewer();
    const older = await createConference({ slug: "conf-2030", startsOn: new Date("2030-11-30") });
    await createConference({ slug: "conf-2031", startsOn: new Date("2031-11-30") });
    const one = await createAnnouncement({ conferenceId: older.id });
    const two = await createAnnouncement({ conferenceId: older.id });
    const { teamId, personId } = viewer;
    await createVote({ teamId, personId, announcementId: one.id });
    await createVote({ teamId: stranger.teamId, personId: stranger.personId, announcementId: two.id });

    const start = await readPaletteStart(viewer);

    expect(start).toEqual({
      role: "lead",
      conferences: [
        { slug: "conf-2031", name: "Example Conf 2030", announcements: 0, left: 0, round: "none" },
        { slug: "conf-2030", name: "Example Conf 2030", announcements: 2, left: 1, round: "none" },
      ],
    });
  });

  it("says how the team's round stands, and leaves nothing to mark in one that is closed", async () => {
    const { teamId, personId } = await createTeamViewer({ role: "lead" });
    const viewer = { ...(await createTeamViewer()), teamId, personId };
    const { id: conferenceId } = await createConference();
    await createAnnouncement({ conferenceId });
    await createRound({ teamId, conferenceId, openedById: personId });

    expect((await readPaletteStart(viewer)).conferences).toMatchObject([{ left: 1, round: "open" }]);
    await testDb().round.updateMany({ where: { teamId }, data: { closesAt: new Date(Date.now() - 1_000) } });
    expect((await readPaletteStart(viewer)).conferences).toMatchObject([{ left: 0, round: "closed" }]);
  });

  it("stops after twenty", async () => {
    const viewer = await createTeamViewer();
    for (let index = 0; index < 22; index += 1) await createConference();

    expect((await readPaletteStart(viewer)).conferences).toHaveLength(20);
  });

  it("has the conference of the page, however old", async () => {
    const viewer = await createTeamViewer();
    const old = await createConference({ startsOn: new Date("1990-01-01") });
    for (let index = 0; index < 22; index += 1) await createConference();

    const { conferences } = await readPaletteStart(viewer, old.slug);

    expect(conferences).toHaveLength(21);
    expect(conferences.at(-1)?.slug).toBe(old.slug);
    expect((await readPaletteStart(viewer, conferences[0]?.slug ?? "")).conferences).toHaveLength(20);
  });
});
