import { describe, expect, it } from "vitest";

import { proposalsOf } from "../propose/all";
import type { Proposal } from "../propose/proposal";
import { SERVICES } from "../services/gazetteer";
import { introducedIn } from "../services/introduced";

import { withoutMentions } from "./convention";
import { habitSigns } from "./habits";
import { formOf } from "./place-signs";
import { postOf } from "./post";

function read(text: string) {
  const post = postOf("markdown", text);
  return { ...post, proposals: proposalsOf(post) };
}

/** The habit signs of one title when the others are as likely as told. */
function signsOf(text: string, title: string, logitOf: (proposal: Proposal) => number) {
  const { proposals, post } = read(text);
  const judged = proposals.map((proposal) => ({ proposal, logit: logitOf(proposal) }));
  const at = proposals.findIndex((proposal) => proposal.title === title);
  return habitSigns(judged, post)[at] ?? new Map<string, number>();
}

const ITEMS = ["Alpha", "Beta", "Gamma", "Delta"].map((name) => `- **Gizmo ${name}** sorts files\n`).join("");

describe("habits", () => {
  it("raise a form whose others are likely", () => {
    const likely = signsOf(ITEMS, "Gizmo Delta", ({ title }) => (title === "Gizmo Delta" ? 0 : 3));
    const unlikely = signsOf(ITEMS, "Gizmo Delta", ({ title }) => (title === "Gizmo Delta" ? 0 : -3));

    expect(likely.get("form share")).toBeGreaterThan(unlikely.get("form share") ?? 1);
    expect(likely.get("siblings share")).toBeGreaterThan(unlikely.get("siblings share") ?? 1);
  });

  it("tell what stands off the form that leads", () => {
    const text = `${ITEMS}\nThere is also **Gizmo Omega** somewhere.\n`;
    const signs = signsOf(text, "Gizmo Omega", ({ convention }) => (convention === "lead" ? 3 : -2));

    expect(signs.get("off the leading form")).toBeGreaterThan(0);
    expect(signs.get("in running text off the leading form")).toBeGreaterThan(0);
  });

  it("tell that a service is named elsewhere by another title", () => {
    const text = "- **Amazon S3 Locks** are new\n- **Amazon S3 Keys** are new\n- **Amazon SQS** is new\n";

    expect(signsOf(text, "Amazon S3 Keys", () => 1).get("service elsewhere")).toBeCloseTo(1 / (1 + Math.exp(-1)));
    expect(signsOf(text, "Amazon SQS", () => 1).get("service elsewhere")).toBe(0);
  });

  it("tell what stands in a likely heading's text, and what the heading holds", () => {
    const text = "# Post\n\n## Gizmo Alpha\n\nWe use **Gizmo Omega** with it.\n\n## Gizmo Beta\n\nIt sorts.\n";
    const logitOf = ({ convention }: Proposal) => (convention === "heading" ? 2 : convention === "inline" ? 0 : -3);
    const inner = signsOf(text, "Gizmo Omega", logitOf);
    const outer = signsOf(text, "Gizmo Alpha", logitOf);

    expect(inner.get("is told in a heading's text")).toBeCloseTo(1 / (1 + Math.exp(-2)));
    expect(inner.get("told in a likelier form")).toBeGreaterThan(0);
    expect(inner.get("stands in a heading's text")).toBeUndefined();
    expect(outer.get("contains")).toBeGreaterThan(0);
    expect(signsOf(text, "Gizmo Beta", logitOf).get("contains")).toBeLessThan(outer.get("contains") ?? 0);
  });

  it("tell of the likeliest other name in the same block", () => {
    const text = "We saw **Gizmo Alpha** here and **Gizmo Beta** there.\n";
    const logitOf = ({ title }: Proposal) => (title === "Gizmo Alpha" ? 2 : title === "Gizmo Beta" ? 0 : -5);

    expect(signsOf(text, "Gizmo Beta", logitOf).get("rival")).toBeCloseTo(1 / (1 + Math.exp(-2)));
    expect(signsOf(text, "Gizmo Alpha", logitOf).get("rival")).toBeCloseTo(0.5);
  });
});

describe("conventions", () => {
  const SECTIONS = ["Alpha", "Beta", "Gamma", "Delta"]
    .map((name) => `## Gizmo ${name}\n\nIt sorts files.\n`)
    .join("\n");

  function kept(text: string, isChosen: (proposal: Proposal) => boolean): string[] {
    const { proposals } = read(text);
    const chosen = proposals.filter(isChosen).map((proposal) => ({ proposal, chance: 0.6 }));
    return withoutMentions(chosen, proposals).map(({ proposal }) => proposal.title);
  }

  it("take what is told below a heading for no further announcement", () => {
    const text = `# Post\n\n${SECTIONS}\nIt goes well with **Gizmo Omega** there.\n`;
    const isChosen = ({ convention }: Proposal) => convention === "heading" || convention === "inline";

    expect(kept(text, isChosen)).toEqual(["Gizmo Alpha", "Gizmo Beta", "Gizmo Gamma", "Gizmo Delta"]);
  });

  it("keep a second convention of the same post", () => {
    const text = `# Post\n\n${SECTIONS}\n## Others\n\n${ITEMS.replaceAll("Gizmo", "Widget")}`;
    const isChosen = ({ convention, title }: Proposal) =>
      (convention === "heading" || convention === "lead") && title !== "Others";

    expect(kept(text, isChosen)).toEqual(expect.arrayContaining(["Gizmo Delta", "Widget Alpha", "Widget Delta"]));
  });

  it("keep what is told where no form is one", () => {
    const text = "# Post\n\n## Gizmo Alpha\n\nIt goes well with **Gizmo Omega** there.\n";
    const isChosen = ({ convention }: Proposal) => convention === "heading" || convention === "inline";

    expect(kept(text, isChosen)).toContain("Gizmo Omega");
  });

  it("are told apart by form", () => {
    const { proposals } = read(`# Post\n\n## Gizmo Alpha\n\n${ITEMS}\n- Gizmo Sigma: sorts\n`);
    const own = proposals.filter(({ convention }) => convention !== "inline");
    const formByTitle = new Map(own.map((proposal) => [proposal.title, formOf(proposal)]));

    expect(formByTitle.get("Gizmo Alpha")).not.toBe(formByTitle.get("Gizmo Sigma"));
    expect(formByTitle.get("Gizmo Sigma")).toBe("line item named");
    expect(formByTitle.get("Gizmo Beta")).toBe("lead item strong");
  });
});

describe("introducedIn", () => {
  it("gives the year of services whose launch is known", () => {
    const yearOf = (slug: string) => SERVICES.filter((service) => service.slug === slug).map(introducedIn);

    expect(yearOf("amazon-sqs")).toEqual([2006]);
    expect(yearOf("aws-lambda")).toEqual([2014]);
    expect(yearOf("aws-proton")).toEqual([2020]);
  });

  it("gives null where it is not", () => {
    const unknown = { name: "Gizmo", slug: "gizmo", vendor: "aws", category: "other", aliases: [], weakAliases: [] };

    expect(introducedIn({ ...unknown, vendor: "aws", category: "other" })).toBeNull();
  });
});
