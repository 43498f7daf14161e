import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import type { Announcement, Conference, Team } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { createAnnouncement, createConference, createRound, createTeam } from "@/lib/testing/builders";
import { createTeamViewer } from "@/lib/testing/viewers";

import { castVote } from "../commands";
import type { Choice } from "../types";

import { leave, toldTo, viewerCalled } from "./testing";

let team: Team;
let me: TeamViewer;
let priya: TeamViewer;
let conference: Conference;
let announcements: Announcement[];

beforeEach(async () => {
  team = await createTeam();
  me = await createTeamViewer({ team });
  priya = await viewerCalled(team, "Priya Nair");
  conference = await createConference();
  announcements = [];
  for (let index = 0; index < 5; index += 1) {
    announcements.push(await createAnnouncement({ conferenceId: conference.id }));
  }
});

describe("in a blind round", () => {
  it("tells how many somebody marked, and what of it only once everything of it is seen", async () => {
    await createRound({ ...inTeam(), openedById: me.personId, isBlind: true });
    await leave(me);
    await cast(priya, 0, "adopt");
    await cast(priya, 1, "adopt");

    expect(await toldTo(me)).toMatchObject([{ kind: "marked", marks: 2, mostly: null }]);
    await cast(me, 0, "ignore");
    expect(await toldTo(me)).toMatchObject([{ kind: "marked", marks: 2, mostly: null }]);
    await cast(me, 1, "ignore");
    expect(await toldTo(me)).toMatchObject([{ kind: "marked", marks: 2, mostly: "adopt" }]);
  });

  it("tells the same whatever is hidden: choices, notes, changes of mind", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mark(), { maxLength: 6 }),
        fc.array(fc.nat(4), { maxLength: 2 }),
        async (acts, mine) => {
          const worlds = [];
          for (const which of ["one", "other"] as const) worlds.push(await worldOf(acts, mine, which));

          expect(worlds[0]).toEqual(worlds[1]);
        },
      ),
      { numRuns: 12 },
    );
  });
});

type Act = { by: number; on: number; choices: readonly [Choice, Choice]; hidden: readonly Choice[]; note: string };

/** A mark that both worlds see as it is, or, where it is hidden, that is made and changed differently in each. */
function mark(): fc.Arbitrary<Act> {
  const choice = fc.constantFrom<Choice>("adopt", "investigate", "ignore");
  return fc.record({
    by: fc.nat(1),
    on: fc.nat(4),
    choices: fc.tuple(choice, choice),
    hidden: fc.array(choice, { maxLength: 2 }),
    note: fc.string(),
  });
}

/** What is told in a blind round in which others do the same to what I have marked, and something else to the rest. */
async function worldOf(acts: readonly Act[], mine: readonly number[], which: "one" | "other") {
  team = await createTeam();
  me = await createTeamViewer({ team });
  const others = [await viewerCalled(team, "Priya Nair"), await viewerCalled(team, "Tomás Rivera")] as const;
  await createRound({ ...inTeam(), openedById: me.personId, isBlind: true });
  for (const on of mine) await cast(me, on, "adopt");
  await leave(me);
  for (const { by, on, choices, hidden, note } of acts) {
    const who = others[by];
    const announcementId = idOf(on);
    if (!who) continue;
    const isHidden = !mine.includes(on);
    const choice = choices[isHidden && which === "other" ? 1 : 0];
    await castVote(who, { announcementId, choice, ...(isHidden && which === "other" && { note: note.slice(0, 100) }) });
    if (isHidden && which === "other") for (const next of hidden) await castVote(who, { announcementId, choice: next });
  }
  return toldTo(me);
}

async function cast(viewer: TeamViewer, index: number, choice: Choice): Promise<void> {
  await castVote(viewer, { announcementId: idOf(index), choice });
}

function inTeam() {
  return { teamId: team.id, conferenceId: conference.id };
}

function idOf(index: number): string {
  return announcements[index]?.id ?? "";
}
