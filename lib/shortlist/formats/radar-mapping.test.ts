import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { AOE } from "./aoe";
import { BYOR } from "./byor";
import { mappingWords, parseRadarMapping, radarMappingQuery, type RadarTarget } from "./radar-mapping";
import { ZALANDO } from "./zalando";

const TARGETS: readonly RadarTarget[] = [BYOR, AOE, ZALANDO];

describe("parseRadarMapping", () => {
  it.each(TARGETS)(
    "takes adopt, investigate and ignore to adopt, assess and hold of $name, one quadrant to one",
    (target) => {
      const mapping = mappingOf(target, "");

      expect([mapping.rings.adopt.key, mapping.rings.investigate.key, mapping.rings.ignore.key]).toEqual([
        ...["adopt", "assess", "hold"],
      ]);
      expect(new Set(mapping.quadrants.map(({ key }) => key)).size).toBe(4);
      expect(radarMappingQuery(target, mapping)).toBe("");
    },
  );

  it("takes what the address asks for, quadrants at once or field by field", () => {
    const asked = "investigate=trial&quadrants=platforms,tools,techniques,tools";
    const fields = "investigate=trial&quadrants=platforms&quadrants=tools&quadrants=techniques&quadrants=tools";

    expect(mappingOf(BYOR, asked)).toEqual(mappingOf(BYOR, fields));
    expect(mappingOf(BYOR, asked).rings.investigate.value).toBe("Trial");
    expect(mappingOf(BYOR, asked).quadrants.map(({ value }) => value)).toEqual([
      ...["Platforms", "Tools", "Techniques", "Tools"],
    ]);
  });

  it("knows the names that the target shows, in any case", () => {
    const asked = new URLSearchParams({
      ignore: "HOLD",
      quadrants: "Techniques,languages & frameworks,tools,Platforms",
    });

    expect(mappingOf(BYOR, asked.toString()).quadrants[1].value).toBe("Languages & Frameworks");
  });

  it("leaves alone what is meant for another radar, for a share link gives the files of several", () => {
    const query = "format=byor&investigate=trial&quadrants=platforms,tools,techniques,tools";

    expect(mappingOf(BYOR, query).rings.investigate.value).toBe("Trial");
    expect(mappingOf(ZALANDO, query)).toEqual(mappingOf(ZALANDO, ""));
    expect(mappingOf(ZALANDO, "format=chart&investigate=trial").rings.investigate.value).toBe(1);
  });

  it.each([
    [
      "investigate=probation",
      "investigate",
      "Build Your Own Radar knows no ring “probation”. Choose one of: adopt, trial, assess, hold.",
    ],
    [
      "quadrants=platforms,clouds,tools,techniques",
      "quadrants",
      "Build Your Own Radar knows no quadrant “clouds”. Choose one of: techniques, platforms, tools, languages-and-frameworks.",
    ],
    [
      "quadrants=platforms,tools",
      "quadrants",
      "Name four quadrants, one for each of yours in their order, from: techniques, platforms, tools, languages-and-frameworks.",
    ],
  ])("refuses %s, saying what the target knows and where to choose", (query, field, sentence) => {
    const result = parseRadarMapping(BYOR, new URLSearchParams(query));

    expect(result).toEqual({
      ok: false,
      problem: {
        kind: "invalid",
        message: `${sentence} The page Radar, Export offers the choice.`,
        fields: { [field]: sentence },
      },
    });
  });

  it("gives a mapping or a refusal for whatever is asked, and each mapping back from its own query", () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(...TARGETS.flatMap(({ quadrants }) => quadrants).map(({ key }) => key)),
    );
    const asked = fc.record({
      target: fc.constantFrom(...TARGETS),
      investigate: fc.oneof(fc.constantFrom("trial", "hold", ""), fc.string()),
      quadrants: fc.array(word, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(asked, ({ target, investigate, quadrants }) => {
        const query = new URLSearchParams({ investigate, quadrants: quadrants.join(",") });
        const result = parseRadarMapping(target, query);
        if (!result.ok) expect(result.problem.message).toMatch(/(Choose one of|in their order, from): /);
        else expect(mappingOf(target, radarMappingQuery(target, result.value))).toEqual(result.value);
      }),
    );
  });
});

describe("mappingWords", () => {
  it("says what becomes what", () => {
    const names = ["Compute", "Data", "Build", "Observe"] as const;

    expect(mappingWords(mappingOf(BYOR, "investigate=trial"), { names })).toBe(
      "Rings: adopt is Adopt, investigate is Trial, ignore is Hold. " +
        "Quadrants: Compute is Platforms, Data is Languages & Frameworks, Build is Tools, Observe is Techniques.",
    );
  });
});

function mappingOf(target: RadarTarget, query: string) {
  const result = parseRadarMapping(target, new URLSearchParams(query));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
