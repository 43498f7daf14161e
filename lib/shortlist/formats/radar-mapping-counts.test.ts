import { describe, expect, it } from "vitest";

import { BYOR } from "./byor";
import { parseRadarMapping } from "./radar-mapping";
import { countsInTarget } from "./radar-mapping-counts";

const COUNTS = [
  { adopt: 1, investigate: 2, ignore: 3 },
  { adopt: 10, investigate: 20, ignore: 30 },
  { adopt: 0, investigate: 0, ignore: 0 },
  { adopt: 100, investigate: 200, ignore: 300 },
];

describe("countsInTarget", () => {
  it("adds up what goes to one place, and shows what stays empty", () => {
    const mapping = parseRadarMapping(
      BYOR,
      new URLSearchParams("investigate=trial&quadrants=tools,tools,techniques,platforms"),
    );
    if (!mapping.ok) throw new Error(mapping.problem.message);

    expect(countsInTarget(BYOR, mapping.value, COUNTS)).toEqual({
      rings: ["Adopt", "Trial", "Assess", "Hold"],
      rows: [
        { quadrant: "Techniques", counts: [0, 0, 0, 0], total: 0 },
        { quadrant: "Platforms", counts: [100, 200, 0, 300], total: 600 },
        { quadrant: "Tools", counts: [11, 22, 0, 33], total: 66 },
        { quadrant: "Languages & Frameworks", counts: [0, 0, 0, 0], total: 0 },
      ],
    });
  });
});
