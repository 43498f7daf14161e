import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { movedOn, nextOpen, parseMinutes, parsePlan, planQuery, type MeetingPlan, type Step } from "./plan";

const slug = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const plan: fc.Arbitrary<MeetingPlan> = fc
  .record({
    minutes: fc.integer({ min: 1, max: 60 }),
    since: fc
      .date({ min: new Date(0), max: new Date("2999-01-01"), noInvalidDate: true })
      .map((at) => at.toISOString()),
    at: fc.option(slug),
    later: fc.uniqueArray(slug, { maxLength: 50 }),
    isOver: fc.boolean(),
  })
  .map((made) => (made.isOver ? { ...made, at: null } : made));

describe("a plan", () => {
  it("comes back from its address", () => {
    fc.assert(
      fc.property(plan, (made) => {
        expect(parsePlan(Object.fromEntries(new URLSearchParams(planQuery(made))))).toEqual(made);
      }),
    );
  });

  it("takes any address", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()));
    fc.assert(
      fc.property(fc.record({ minutes: value, since: value, at: value, later: value, over: value }), (fields) => {
        const { minutes } = parsePlan(fields);

        expect(minutes).toBeGreaterThanOrEqual(1);
        expect(minutes).toBeLessThanOrEqual(60);
      }),
    );
    expect(parsePlan({ since: "2026-13-45T99:00:00.000Z", at: "../x", later: "a,../b,a" })).toEqual({
      minutes: 5,
      since: null,
      at: null,
      later: ["a"],
      isOver: false,
    });
  });

  it.each([
    ["7", 7],
    ["60", 60],
    ["0", 5],
    ["61", 5],
    ["-3", 5],
    ["five", 5],
    [undefined, 5],
  ])("reads %j minutes as %d", (typed, minutes) => {
    expect(parseMinutes(typed)).toBe(minutes);
  });
});

describe("nextOpen", () => {
  const steps: Step[] = [
    { slug: "a", isSettled: false },
    { slug: "b", isSettled: true },
    { slug: "c", isSettled: false },
    { slug: "d", isSettled: false },
  ];

  it.each([
    ["a", [], "c"],
    ["a", ["c"], "d"],
    ["d", [], "a"],
    ["d", ["a", "c"], null],
    [null, [], "a"],
    ["gone", [], "a"],
  ])("goes from %j, with %j put off, to %j", (from, later, to) => {
    expect(nextOpen(steps, from, later)).toBe(to);
  });
});

describe("movedOn", () => {
  it("visits every announcement once and then is over, whatever is put off", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(slug, { minLength: 1, maxLength: 20 }),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        (slugs, putsOff) => {
          let now: MeetingPlan = { minutes: 5, since: "", at: slugs[0] ?? null, later: [], isOver: false };
          const settled = new Set<string>();
          const visited: (string | null)[] = [];
          while (!now.isOver) {
            visited.push(now.at);
            const done = putsOff[visited.length] ? "later" : "settled";
            if (done === "settled" && now.at) settled.add(now.at);
            now = movedOn(
              now,
              slugs.map((one) => ({ slug: one, isSettled: settled.has(one) })),
              done,
            );
          }

          expect(visited).toEqual(slugs);
          expect([...now.later, ...settled].toSorted()).toEqual(slugs.toSorted());
        },
      ),
    );
  });

  it("takes back what was put off once it is settled after all", () => {
    const now = { minutes: 5, since: "", at: "a", later: ["a", "b"], isOver: false };

    expect(movedOn(now, [{ slug: "a", isSettled: true }], "settled")).toMatchObject({ later: ["b"], isOver: true });
  });
});
