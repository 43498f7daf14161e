import { describe, expect, it } from "vitest";

import { castVote, withdrawVote } from "@/lib/voting/commands";
import { settleDecision } from "@/lib/voting/decisions/commands";
import { createAnnouncement, createComment, createConference, createRound, createTeam } from "@/lib/testing/builders";
// Gives this file a database of its own.
import "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import type { TeamViewer } from "@/lib/identity/types";
import { exportFile } from "@/lib/shortlist/export/queries";

import { fileSchema, type TransferFile } from "./schema/file";

async function setUp(round: { isBlind?: boolean } | null = null) {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const member = await createTeamViewer({ team });
  const conference = await createConference();
  const given = { conferenceId: conference.id };
  const announcements = [
    await createAnnouncement({ ...given, services: ["Amazon EC2", "AWS Graviton"] }),
    await createAnnouncement({ ...given, title: "“Quotes”, commas,\nand 🦊" }),
  ];
  if (round) {
    await createRound({ ...round, ...given, teamId: team.id, openedById: lead.personId });
  }
  const [one = "", two = ""] = announcements.map(({ id }) => id);
  return { team, lead, member, conference, one, two };
}

async function exported(viewer: TeamViewer, conference: string): Promise<TransferFile> {
  const result = await exportFile(viewer, { conference, file: "debrief.json", query: new URLSearchParams() });
  if (!result.ok) throw new Error(result.problem.message);
  return fileSchema.parse(JSON.parse(await new Response(result.value.body).text()));
}

describe("the file of everything", () => {
  it("is what its schema says, also when nothing was marked", async () => {
    const { lead, team, conference } = await setUp();

    const file = await exported(lead, conference.slug);

    expect(file.about).toMatchObject({ team: { slug: team.slug }, filter: null, hiddenMarks: 0 });
    expect(file.announcements).toHaveLength(2);
    expect(file).toMatchObject({ people: [], votes: [], comments: [], decisions: [], round: null, radar: null });
  });

  it("has marks with their history, threads and decisions, and whoever is named in them alone", async () => {
    const { team, lead, member, conference, one, two } = await setUp();
    await createTeamViewer({ team });
    await castVote(member, { announcementId: one, choice: "adopt", note: "First" });
    await castVote(member, { announcementId: one, choice: "ignore", note: '=HYPERLINK(“x”) | \\ "' });
    await castVote(member, { announcementId: two, choice: "adopt" });
    await withdrawVote(member, { announcementId: two });
    await createComment({ teamId: lead.teamId, authorId: lead.personId, announcementId: two, body: "Why?" });
    await settleDecision(lead, { announcementId: one, choice: "adopt", reason: "Cheaper.", was: null });

    const file = await exported(lead, conference.slug);

    expect(file.votes).toMatchObject([{ announcement: one, person: member.personId, choice: "ignore" }]);
    expect(file.votes[0]?.note).toBe('=HYPERLINK(“x”) | \\ "');
    expect(file.voteEvents.filter(({ announcement }) => announcement === two).map(({ choice }) => choice)).toEqual([
      "adopt",
      null,
    ]);
    expect(file.voteEvents).toHaveLength(4);
    expect(file.comments).toMatchObject([{ author: lead.personId, announcement: two, body: "Why?", deletedAt: null }]);
    expect(file.decisions).toMatchObject([{ announcement: one, choice: "adopt", by: lead.personId, owner: null }]);
    expect(file.decisionEvents).toMatchObject([{ announcement: one, kind: "settled" }]);
    expect(file.people.map(({ id, role }) => [id, role]).sort()).toEqual(
      [
        [lead.personId, "lead"],
        [member.personId, "member"],
      ].sort(),
    );
  });

  it("leaves out what a blind round hides, and says how many marks that are", async () => {
    const { lead, member, conference, one, two } = await setUp({ isBlind: true });
    await castVote(member, { announcementId: one, choice: "adopt", note: "Hidden words" });
    await castVote(member, { announcementId: two, choice: "ignore", note: "Seen words" });
    await castVote(lead, { announcementId: two, choice: "adopt" });

    const file = await exported(lead, conference.slug);

    expect(file.about.hiddenMarks).toBe(1);
    expect(file.round).toMatchObject({ isBlind: true, closedAt: null });
    expect(file.votes.map(({ announcement }) => announcement)).toEqual([two, two]);
    expect(JSON.stringify(file)).toContain("Seen words");
    expect(JSON.stringify(file)).not.toContain("Hidden words");
  });

  it("is for leads", async () => {
    const { member, conference } = await setUp();
    const asked = { conference: conference.slug, file: "debrief.json", query: new URLSearchParams() };
    expect(await exportFile(member, asked)).toMatchObject({ problem: { kind: "forbidden" } });
  });
});
