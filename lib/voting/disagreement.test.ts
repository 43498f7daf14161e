import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createAnnouncement, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";

import { disagreement } from "./disagreement";

const count = fc.integer({ min: 0, max: 5_000 });
const marked = fc
  .record({ adopt: count, investigate: count, ignore: count })
  .filter(({ adopt, investigate, ignore }) => adopt + investigate + ignore > 0);

describe("disagreement", () => {
  it.each([
    [{ adopt: 5, investigate: 2, ignore: 4 }, 81],
    [{ adopt: 3, investigate: 4, ignore: 4 }, 63],
    [{ adopt: 5, investigate: 4, ignore: 1 }, 44],
  ])("of %j is %d of 100", (tally, expected) => {
    expect(Math.round(Number(disagreement(tally)) * 100)).toBe(expected);
  });

  it("is null while nobody has marked", () => {
    expect(disagreement({ adopt: 0, investigate: 0, ignore: 0 })).toBeNull();
  });

  it("is 0 when everybody marks the same, and then alone", () => {
    fc.assert(
      fc.property(marked, (tally) => {
        const isOneChoice = Object.values(tally).filter(Boolean).length === 1;

        expect(Number(disagreement(tally)) < 1e-12).toBe(isOneChoice);
      }),
    );
  });

  it("is 1 when a team is halved between adopt and ignore, and at most that", () => {
    fc.assert(
      fc.property(marked, (tally) => {
        expect(disagreement(tally)).toBeLessThanOrEqual(1);
        const half = Math.max(1, tally.adopt);

        expect(disagreement({ adopt: half, investigate: 0, ignore: half })).toBe(1);
      }),
    );
  });

  it("is the same in the database for every tally of up to eleven marks", async () => {
    const tallies = upTo(11);
    const { id: teamId } = await createTeam();
    const { id: announcementId } = await createAnnouncement();
    const kept: (number | null)[] = [];
    await testDb().tally.create({ data: { teamId, announcementId } });
    for (const tally of tallies) {
      const { disagreement: value } = await testDb().tally.update({
        where: { teamId_announcementId: { teamId, announcementId } },
        data: tally,
      });
      kept.push(value);
    }

    expect(kept).toEqual(tallies.map(disagreement));
  });
});

function upTo(most: number) {
  const counts = Array.from({ length: most + 1 }, (_, n) => n);
  return counts.flatMap((adopt) =>
    counts.flatMap((investigate) =>
      counts.filter((ignore) => adopt + investigate + ignore <= most).map((ignore) => ({ adopt, investigate, ignore })),
    ),
  );
}
