import { describe, expect, it } from "vitest";

import type { Category } from "@/lib/recap/types";
import {
  createAnnouncement,
  createConference,
  createDecision,
  createMember,
  createPerson,
  createRound,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
// Gives this file a database of its own.
import "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import type { Choice } from "@/lib/voting/types";

import { WHOLE_SHORTLIST } from "../filter";

import { readRadarOutlook, type RadarOutlook } from "./radar-outlook";
import { openSource } from "./source";

const NONE = { adopt: 0, investigate: 0, ignore: 0 };

describe("readRadarOutlook", () => {
  it("counts ring by ring what the files hold, and says why the rest is left out", async () => {
    const { lead, slug, announce, settle } = await setUp({ quorum: 2 });
    await settle(await announce("storage"), "ignore");
    await announce("compute", ["adopt", "adopt"]);
    await announce("compute", ["investigate", "investigate", "adopt"]);
    await announce("security", ["adopt"]);
    await announce("security", ["adopt", "ignore"]);
    await announce("security");

    const outlook = await outlookOf(lead, slug);

    expect(outlook).toMatchObject({
      counts: [{ adopt: 1, investigate: 1, ignore: 0 }, { adopt: 0, investigate: 0, ignore: 1 }, NONE, NONE],
      total: 3,
      leftOut: { belowQuorum: 1, split: 1, hidden: 0, unmarked: 1 },
      quorum: 2,
    });
    expect(await countsOfFile(lead, slug)).toEqual(outlook.counts);
  });

  it("tells nothing of what others marked while a blind round hides it", async () => {
    const { lead, slug, announce, settle } = await setUp({ quorum: 2, isBlind: true });
    await announce("compute", ["adopt", "adopt"]);
    await announce("compute", ["adopt"]);
    await settle(await announce("storage", ["ignore", "ignore"]), "adopt");

    const outlook = await outlookOf(lead, slug);

    expect(outlook).toMatchObject({ total: 1, leftOut: { belowQuorum: 1, split: 0, hidden: 1, unmarked: 0 } });
    expect(await countsOfFile(lead, slug)).toEqual(outlook.counts);
  });

  it("counts what the filter of an address leaves", async () => {
    const { lead, slug, announce, settle } = await setUp({ quorum: 1 });
    await settle(await announce("storage"), "ignore");
    await announce("compute", ["adopt"]);
    const filter = { ...WHOLE_SHORTLIST, owner: "nobody" };

    const outlook = await readRadarOutlook(lead, slug, filter);

    expect(outlook).toMatchObject({ ok: true, value: { total: 1, leftOut: { unmarked: 0 } } });
  });

  it("is for leads, of a conference there is", async () => {
    const { team, lead, slug } = await setUp({ quorum: 1 });
    const member = await createTeamViewer({ team, role: "member" });

    expect(await readRadarOutlook(member, slug)).toMatchObject({ ok: false, problem: { kind: "forbidden" } });
    expect(await readRadarOutlook(lead, "no-such-conf")).toMatchObject({ ok: false, problem: { kind: "not-found" } });
  });
});

type Lead = Awaited<ReturnType<typeof createTeamViewer>>;

async function setUp({ quorum, isBlind = false }: { quorum: number; isBlind?: boolean }) {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const conference = await createConference();
  await createRound({ teamId: team.id, conferenceId: conference.id, openedById: lead.personId, quorum, isBlind });
  const others = [await createPerson(), await createPerson(), await createPerson()];
  for (const person of others) await createMember({ team, person });
  return {
    team,
    lead,
    slug: conference.slug,
    announce: async (category: Category, choices: readonly Choice[] = []) => {
      const { id } = await createAnnouncement({ conferenceId: conference.id, category });
      for (const [index, choice] of choices.entries()) {
        const personId = others[index]?.id ?? lead.personId;
        await createVote({ teamId: team.id, announcementId: id, personId, choice });
      }
      return id;
    },
    settle: (announcementId: string, choice: Choice) =>
      createDecision({ teamId: team.id, announcementId, decidedById: lead.personId, choice }),
  };
}

async function outlookOf(lead: Lead, slug: string): Promise<RadarOutlook> {
  const outlook = await readRadarOutlook(lead, slug);
  if (!outlook.ok) throw new Error(outlook.problem.message);
  return outlook.value;
}

/** The same counts, taken from what formats are written of. */
async function countsOfFile(lead: Lead, slug: string) {
  const source = await openSource(lead, slug, { filter: WHOLE_SHORTLIST, shows: { people: true, notes: true } });
  const counts = [NONE, NONE, NONE, NONE].map((none) => ({ ...none }));
  if (!source) throw new Error("no such conference");
  for await (const { ring, quadrant } of source.radar()) {
    const row = counts[quadrant];
    if (row) row[ring] += 1;
  }
  return counts;
}
