import { describe, expect, it } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import { createAnnouncement, createConference, createPerson, createTeam, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { WHOLE_SHORTLIST, type ShortlistFilter } from "../filter";

import { readIssues, SHOWN_ISSUES } from "./queries";

const REPOSITORY = { name: "octo-org/app", address: "https://github.com/octo-org/app" };

describe("readIssues", () => {
  it("gives what is decided adopt in the lead's order, with everybody's notes and a way to GitHub's form", async () => {
    const { lead, conference, decide } = await setUp();
    await decide({ title: "Second", place: 2 });
    const first = await decide({ title: "First", place: 1, ownerId: lead.personId });
    await decide({ title: "Not this", choice: "ignore" });
    for (let count = 0; count < 5; count += 1) {
      const personId = (await createPerson()).id;
      await createVote({ teamId: lead.teamId, announcementId: first, personId, note: `Note ${count}` });
    }

    const { issues, isPart } = await read(lead, conference.slug);

    expect(isPart).toBe(false);
    expect(issues.map(({ title, owner }) => [title, owner])).toEqual([
      ["First", lead.name],
      ["Second", null],
    ]);
    for (let count = 0; count < 5; count += 1) expect(issues[0]?.body).toContain(`Note ${count}`);
    expect(issues[0]?.form).toMatch(/^https:\/\/github\.com\/octo-org\/app\/issues\/new\?title=First&body=/);
  });

  it("gives no more than a page takes and says that there are more", async () => {
    const { lead, conference, decide } = await setUp();
    for (let count = 0; count <= SHOWN_ISSUES; count += 1) await decide({ title: `Widget ${count}`, place: count });

    const { issues, isPart } = await read(lead, conference.slug);

    expect([issues.length, issues.at(-1)?.title, isPart]).toEqual([SHOWN_ISSUES, `Widget ${SHOWN_ISSUES - 1}`, true]);
  });

  it("filters as the shortlist does and says by what", async () => {
    const { lead, conference, decide } = await setUp();
    await decide({ title: "Now", targetOn: new Date("2021-03-31") });
    await decide({ title: "Some day" });

    const { issues, filter } = await read(lead, conference.slug, { ...WHOLE_SHORTLIST, quarter: "2021-Q1" });

    expect([issues.map(({ title }) => title), filter]).toEqual([["Now"], "Q1 2021"]);
  });

  it("knows nothing of other teams, and no conference that is not there", async () => {
    const { conference, decide, lead } = await setUp();
    await decide({ title: "Ours" });
    const other = await createTeamViewer({ role: "lead" });

    expect((await read(other, conference.slug)).issues).toEqual([]);
    const asked = { conference: "no-such-conference", filter: WHOLE_SHORTLIST, repository: null };
    expect(await readIssues(lead, asked)).toMatchObject({ problem: { kind: "not-found" } });
  });
});

type Given = { title: string; place?: number; choice?: "adopt" | "ignore"; ownerId?: string; targetOn?: Date };

async function setUp() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const conference = await createConference();
  const decide = async ({ title, choice = "adopt", ...rest }: Given) => {
    const { id } = await createAnnouncement({ conferenceId: conference.id, title });
    const ids = { teamId: team.id, announcementId: id, decidedById: lead.personId };
    await testDb().decision.create({ data: { ...ids, choice, reason: "", ...rest } });
    return id;
  };
  return { lead, conference, decide };
}

async function read(viewer: TeamViewer, conference: string, filter: ShortlistFilter = WHOLE_SHORTLIST) {
  const result = await readIssues(viewer, { conference, filter, repository: REPOSITORY });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
