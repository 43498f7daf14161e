import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";
import { createAnnouncement, createConference, createRound, createSource, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import { castVote } from "@/lib/voting/commands";
import { CHOICES } from "@/lib/voting/types";

import { readFacets } from "./facets";
import { FACETS, LEANS, MY_MARKS, WHOLE_BOARD, type BoardFilter } from "./filter";
import { parseBoardFilter } from "./parse-filter";
import { readBoard } from "./queries";

const QUORUM = 2;
const SERVICES = [["Alpha"], ["Alpha", "Beta"], [], ["Gamma"]] as const;

let viewer: TeamViewer;
let slug: string;
let sources: string[];

/** Forty announcements, which fit on one page, marked by a team of three in a round that asks for two marks. */
beforeAll(async () => {
  const team = await createTeam();
  viewer = await createTeamViewer({ team });
  const colleagues = [await createTeamViewer({ team }), await createTeamViewer({ team })];
  const conference = await createConference();
  slug = conference.slug;
  const { personId: openedById, teamId } = viewer;
  await createRound({ teamId, conferenceId: conference.id, openedById, quorum: QUORUM });
  sources = [(await createSource({ title: "One" })).id, (await createSource({ title: "Two" })).id];
  for (let n = 0; n < 40; n += 1) {
    const { id: announcementId } = await createAnnouncement({
      conferenceId: conference.id,
      title: `Widget ${n % 2 === 0 ? "gp3" : "gp2"} ${n}`,
      category: CATEGORIES[n % 3] ?? "other",
      availability: AVAILABILITIES[n % 4] ?? "ga",
      services: SERVICES[n % 4] ?? [],
    });
    for (const [m, sourceId] of sources.entries()) {
      if (n % (m + 2) === 0) await testDb().mention.create({ data: { announcementId, sourceId } });
    }
    for (const [m, person] of [viewer, ...colleagues].entries()) {
      if (n % (m + 2) !== 0) await castVote(person, { announcementId, choice: CHOICES[(n + m) % 3] ?? "adopt" });
    }
    if (n % 9 === 0) {
      await testDb().decision.create({ data: { teamId, announcementId, choice: "adopt", decidedById: openedById } });
    }
  }
}, 60_000);

async function facetsOf(filter: BoardFilter, conference = slug) {
  const facets = await readFacets(viewer, conference, filter);
  if (!facets) throw new Error("no such conference");
  return facets;
}

async function shown(filter: BoardFilter, who = viewer): Promise<number> {
  return (await readBoard(who, slug, filter))?.rows.length ?? 0;
}

const filters = fc
  .record({
    view: fc.constantFrom("todo", "all", "all"),
    q: fc.constantFrom("", "", "gp3"),
    category: fc.subarray([...CATEGORIES.slice(0, 4)], { maxLength: 2 }),
    availability: fc.subarray([...AVAILABILITIES], { maxLength: 2 }),
    mine: fc.subarray([...MY_MARKS], { maxLength: 2 }),
    lean: fc.subarray([...LEANS], { maxLength: 2 }),
    service: fc.subarray(["alpha", "beta", "nowhere"], { maxLength: 1 }),
    source: fc.boolean(),
  })
  .map(({ source, ...params }) => parseBoardFilter({ ...params, source: source ? sources.slice(0, 1) : [] }));

describe("the counts of the facets", () => {
  it("are what the board shows when that value alone is chosen of its facet", async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...FACETS), async (filter, facet) => {
        const { counts, total } = await facetsOf(filter);
        expect(total).toBe(await shown(filter));
        const values = {
          category: CATEGORIES.slice(0, 4),
          availability: AVAILABILITIES,
          mine: MY_MARKS,
          lean: LEANS,
          source: sources,
          service: ["alpha", "beta", "gamma"],
        };
        for (const value of values[facet]) {
          // Looking at my own marks goes through everything, as the link of the facet does.
          const view = facet === "mine" ? "all" : filter.view;
          const chosen = { ...filter, view, [facet]: [value] };
          expect([value, counts[facet][value] ?? 0]).toEqual([value, await shown(chosen)]);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("stay in the list when they are none, with the names of what is offered", async () => {
    const { names, counts } = await facetsOf(parseBoardFilter({ availability: "unknown", q: "gp3" }));

    expect(names.source.map(({ name }) => name).sort()).toEqual(["One", "Two"]);
    expect(names.service.map(({ name }) => name)).toContain("Alpha");
    expect(counts.service.alpha).toBe(0);
  });

  it("say how many lean and are decided in the whole conference, whatever is chosen", async () => {
    const everything = { ...WHOLE_BOARD, view: "all" } as const;
    const { views } = await facetsOf(parseBoardFilter({ category: "compute", mine: "adopt" }));

    expect(views.adopt).toBe(await shown({ ...everything, lean: ["adopt"] }));
    expect(views.decided).toBe(await shown({ ...everything, lean: ["decided"] }));
  });

  it("are of what resembles the search when nothing matches it", async () => {
    const filter = parseBoardFilter({ q: "widgett" });
    expect((await facetsOf(filter)).total).toBe(await shown(filter));
  });

  it("are none for a conference of nothing, and nothing for one that is not there", async () => {
    const empty = await createConference();
    expect(await readFacets(viewer, "no-such-conference", WHOLE_BOARD)).toBeNull();
    expect((await facetsOf(WHOLE_BOARD, empty.slug)).counts.category).toEqual({});
  });
});
