import { describe, expect, it } from "vitest";

import { selectShortlist } from "./select";
import type { ShortlistCandidate } from "./types";

function candidate(id: string, given: Partial<ShortlistCandidate>): ShortlistCandidate {
  return {
    id,
    title: id,
    decision: null,
    place: null,
    lean: null,
    tally: { adopt: 0, investigate: 0, ignore: 0 },
    ...given,
  };
}

const adopts = (adopt: number, investigate = 0) => ({ adopt, investigate, ignore: 0 });

describe("selectShortlist", () => {
  it("puts what is decided before what leans, however well the leaning is supported", () => {
    const chosen = selectShortlist(
      [
        candidate("leaning", { lean: "adopt", tally: adopts(40) }),
        candidate("settled", { decision: "adopt", lean: "ignore" }),
      ],
      1,
    );

    expect(chosen.map(({ id, standing }) => [id, standing])).toEqual([
      ["settled", "decided"],
      ["leaning", "leans"],
    ]);
  });

  it("keeps what is decided in the lead's order", () => {
    const settled = (id: string, place: number) => candidate(id, { decision: "adopt", place });

    const chosen = selectShortlist([settled("last", 30), settled("first", -1), settled("middle", 2.5)], 1);

    expect(chosen.map(({ id }) => id)).toEqual(["first", "middle", "last"]);
  });

  it("leaves out what was settled otherwise, what leans elsewhere, what is split, below the quorum or unmarked", () => {
    expect(
      selectShortlist(
        [
          candidate("refused", { decision: "ignore", lean: "adopt", tally: adopts(9) }),
          candidate("elsewhere", { lean: "investigate", tally: adopts(1, 2) }),
          candidate("split", { lean: "split", tally: adopts(1, 1) }),
          candidate("unmarked", {}),
          candidate("below quorum", { lean: "adopt", tally: adopts(2) }),
        ],
        3,
      ),
    ).toEqual([]);
  });

  it("orders by support, so that three of three stand below nine of ten, then by title as people count", () => {
    const leaning = (id: string, tally: ShortlistCandidate["tally"]) => candidate(id, { lean: "adopt", tally });

    const chosen = selectShortlist(
      [leaning("Disk 10", adopts(3)), leaning("Disk 9", adopts(3)), leaning("Nine of ten", adopts(9, 1))],
      1,
    );

    expect(chosen.map(({ id }) => id)).toEqual(["Nine of ten", "Disk 9", "Disk 10"]);
    expect(chosen[0]?.support).toBeCloseTo(0.596, 3);
  });
});
