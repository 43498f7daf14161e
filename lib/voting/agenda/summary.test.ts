import { describe, expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";

import type { MeetingStep } from "./meeting-queries";
import { outcomeOf, summaryOf } from "./summary";

const ABOUT = { conference: "Example Conf", team: "Platform", announcements: "https://debrief.example/a" };

function step(slug: string, given: Partial<MeetingStep> = {}): MeetingStep {
  return { id: slug, slug, title: `Title of ${slug}`, marks: 2, tally: null, lean: "split", decision: null, ...given };
}

function decided(choice: "adopt" | "ignore", reason = ""): MeetingStep["decision"] {
  const by = { personId: "1", name: "Ewan" };
  const bare = { owner: null, target: null, effort: null, effortDays: null };
  return decision({ choice, reason, by, at: "2026-01-08T17:00:00.000Z", ...bare });
}

describe("outcomeOf", () => {
  it("parts what was settled, put off and left; what was settled after all is settled", () => {
    const steps = [step("a", { decision: decided("adopt") }), step("b"), step("c")];

    const outcome = outcomeOf(steps, ["a", "c", "gone"]);

    expect(Object.values(outcome).map((list) => list.map(({ slug }) => slug))).toEqual([["a"], ["c"], ["b"]]);
  });
});

describe("summaryOf", () => {
  it("lists decisions with who, why and against what, then what was put off and left", () => {
    const steps = [
      step("a", { decision: decided("adopt", "Pays back\nin a year.") }),
      step("b", { lean: "adopt", decision: decided("ignore") }),
      step("c"),
      step("d"),
    ];

    expect(summaryOf(outcomeOf(steps, ["c"]), ABOUT)).toBe(
      `# Decisions of Platform: Example Conf

- **Adopt** [Title of a](<https://debrief.example/a/a>) (Ewan): Pays back in a year.
- **Ignore** [Title of b](<https://debrief.example/a/b>) (Ewan, against the team’s lean to adopt)

## Put off

- [Title of c](<https://debrief.example/a/c>)

## Not talked about

- [Title of d](<https://debrief.example/a/d>)
`,
    );
  });

  it("says who carries it out until when, and when it is looked at again", () => {
    const carried = decision({ by: { personId: "1", name: "Ewan" } });
    const put = decision({
      ...{ choice: "investigate", reason: "", by: { personId: "1", name: "Ewan" }, owner: null, effort: null },
      ...{ effortDays: null, target: { on: "2021-03-15", isQuarter: false } },
      ...{ reopenWhen: "It leaves preview", reopenOn: "2021-06-01" },
    });
    const steps = [step("a", { decision: carried }), step("b", { lean: "ignore", decision: put })];

    expect(summaryOf(outcomeOf(steps, []), ABOUT).split("\n").slice(2, 4)).toEqual([
      "- **Adopt** [Title of a](<https://debrief.example/a/a>) (Ewan, owner Priya Nair, by the end of Q1 2021, effort M, 12.5 days): Cheaper by half.",
      "- **Investigate** [Title of b](<https://debrief.example/a/b>) (Ewan, by 15 Mar 2021, look again: It leaves preview, from 1 Jun 2021 on, against the team’s lean to ignore)",
    ]);
  });

  it("runs nothing that people typed", () => {
    const title = "<script>alert(1)</script> [x](javascript:1) **b**";

    const summary = summaryOf(outcomeOf([step("a", { title, decision: decided("adopt", title) })], []), ABOUT);

    expect(summary).not.toMatch(/(?<!\\)<script/);
    expect(summary).not.toMatch(/(?<!\\)\]\(javascript/);
  });

  it("says so when nothing was settled", () => {
    expect(summaryOf(outcomeOf([], []), ABOUT)).toBe("# Decisions of Platform: Example Conf\n\nNothing was settled.\n");
  });
});
