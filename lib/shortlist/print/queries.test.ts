import { describe, expect, it } from "vitest";

import { createAnnouncement, createConference, createTeam, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { WHOLE_SHORTLIST } from "../filter";

import { PRINTED_ROWS, readPrintout } from "./queries";

async function setUp() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  return { team, lead, conference: await createConference() };
}

describe("readPrintout", () => {
  it("tells what is decided and what leans, and what it is of", async () => {
    const { team, lead, conference } = await setUp();
    const conferenceId = conference.id;
    const settled = await createAnnouncement({ conferenceId, title: "Settled" });
    const leaning = await createAnnouncement({ conferenceId, title: "Leaning" });
    await testDb().decision.create({
      data: { teamId: team.id, announcementId: settled.id, decidedById: lead.personId, choice: "adopt", reason: "So." },
    });
    const mark = { teamId: team.id, announcementId: leaning.id, personId: lead.personId };
    await createVote({ ...mark, note: "Worth it." });

    const result = await readPrintout(lead, conference.slug, WHOLE_SHORTLIST);

    expect(result).toMatchObject({
      ok: true,
      value: {
        about: { team: { name: team.name }, conference: { name: conference.name }, filter: null, hidden: 0 },
        decided: [{ title: "Settled", decision: { reason: "So." } }],
        leaning: [{ title: "Leaning", notes: [{ note: "Worth it." }] }],
        totals: { decided: 1, leaning: 1 },
      },
    });
  });

  it("prints a thousand and says how many there are", async () => {
    const { lead, conference } = await setUp();
    await testDb().announcement.createMany({
      data: Array.from({ length: PRINTED_ROWS + 5 }, (_, index) => ({
        ...{ conferenceId: conference.id, slug: `${conference.slug}-${index}` },
        ...{ title: `Widget ${index}`, category: "compute" },
      })),
    });
    await testDb().$executeRaw`
      INSERT INTO decision (team_id, announcement_id, choice, decided_by_id)
      SELECT ${lead.teamId}::uuid, id, 'adopt', ${lead.personId}::uuid FROM announcement
      WHERE conference_id = ${conference.id}::uuid`;

    const result = await readPrintout(lead, conference.slug, WHOLE_SHORTLIST);

    expect(result.ok && result.value.decided).toHaveLength(PRINTED_ROWS);
    expect(result).toMatchObject({ value: { totals: { decided: PRINTED_ROWS + 5, leaning: 0 } } });
  });

  it("is the lead's, and finds no conference of another name", async () => {
    const { team, lead, conference } = await setUp();
    const member = await createTeamViewer({ team });

    expect(await readPrintout(member, conference.slug, WHOLE_SHORTLIST)).toMatchObject({
      problem: { kind: "forbidden" },
    });
    expect(await readPrintout(lead, "no-such-conference", WHOLE_SHORTLIST)).toMatchObject({
      problem: { kind: "not-found" },
    });
  });
});
