import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createComment, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";

import { CHOICES, type Choice } from "../types";

import { readMeeting } from "./meeting-queries";
import { readAgenda } from "./queries";
import { createAgendaWorld } from "./testing";

const MEMBERS = 6;

/** Who marks how, and with which note, of the four who mark. */
const hiddenMarks = fc
  .shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 4, maxLength: 4 })
  .chain((members) =>
    fc.tuple(...members.map((member) => fc.tuple(fc.constant(member), fc.constantFrom(...CHOICES), fc.string()))),
  );

describe("an open blind round", () => {
  it("gives the same agenda and meeting whatever others marked where the viewer has not", async () => {
    const { lead, conference, team, personId, announce, openRound } = await createAgendaWorld();
    const seen = await announce("Seen", { adopt: 2, ignore: 2 }, { adopt: ["I said so."] });
    const hidden = await Promise.all([announce("Hidden A"), announce("Hidden B"), announce("Hidden, asked")]);
    const own = { teamId: team.id, personId: lead.personId };
    await createVote({ ...own, announcementId: seen.id, choice: "ignore" });
    const asked = { teamId: team.id, authorId: lead.personId, announcementId: hidden[2]?.id ?? "" };
    await createComment({ ...asked, body: "Who pays?" });
    for (let index = 0; index < MEMBERS; index++) await personId(index);
    await openRound({ isBlind: true });
    const told = new Set<string>();
    const real = new Set<string>();

    await fc.assert(
      fc.asyncProperty(fc.tuple(hiddenMarks, hiddenMarks, hiddenMarks), async (world) => {
        for (const [index, marks] of world.entries()) await replaceMarks(hidden[index]?.id ?? "", marks);
        const plan = { since: null, at: hidden[1]?.slug ?? null, later: [] };
        const meeting = await readMeeting(lead, conference.slug, plan);
        told.add(JSON.stringify([await readAgenda(lead, conference.slug), meeting?.steps, meeting?.current]));
        await close(true);
        real.add(JSON.stringify(await readAgenda(lead, conference.slug)));
        await close(false);
      }),
      { numRuns: 12 },
    );

    expect(told.size).toBe(1);
    // The worlds do differ: they are told apart as soon as nothing is hidden.
    expect(real.size).toBeGreaterThan(5);
    const agenda = await readAgenda(lead, conference.slug);
    expect(agenda?.items.map(({ title, marks, tally }) => [title, marks, tally])).toEqual([
      ["Seen", 5, { adopt: 2, investigate: 0, ignore: 3 }],
      ["Hidden, asked", 4, null],
    ]);
    expect(agenda?.items[1]).toMatchObject({ lean: null, disagreement: null, sides: [] });

    async function replaceMarks(announcementId: string, marks: readonly (readonly [number, Choice, string])[]) {
      await testDb().vote.deleteMany({ where: { teamId: team.id, announcementId } });
      for (const [member, choice, note] of marks) {
        const id = await personId(member);
        await createVote({ teamId: team.id, announcementId, personId: id, choice, note: note.replaceAll("\0", "") });
      }
    }

    async function close(isClosed: boolean) {
      await testDb().round.updateMany({
        where: { conferenceId: conference.id },
        data: { closedAt: isClosed ? new Date() : null },
      });
    }
  });
});
