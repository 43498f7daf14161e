import { describe, expect, it } from "vitest";

import { postOf } from "./judge/post";
import { mergeRepeated } from "./merge";
import { proposalsOf } from "./propose/all";
import type { Proposal } from "./propose/proposal";

/** What is left of the proposals of a text when all are as likely, in the text's order. */
function merged(text: string, chanceOf: (proposal: Proposal) => number = () => 0.8) {
  const chosen = proposalsOf(postOf("markdown", text)).map((proposal) => ({ proposal, chance: chanceOf(proposal) }));
  return mergeRepeated(chosen).map(({ proposal, chance, others }) => ({
    title: proposal.title,
    convention: proposal.convention,
    chance,
    others: others.length,
  }));
}

describe("mergeRepeated", () => {
  it("keeps the name the author set apart, and the best chance of all", () => {
    const text = "Soon there is a tool called Gizmo Alpha.\n\n## Gizmo Alpha\n\nSorts.\n\n## Widget Beta\n\nTurns.\n";
    const [first] = merged(text, ({ convention }) => (convention === "coined" ? 0.82 : 0.8)).filter(
      ({ title }) => title === "Gizmo Alpha",
    );

    expect(first).toMatchObject({ convention: "heading", chance: 0.82 });
    expect(first?.others).toBeGreaterThan(0);
  });

  it("takes a much likelier name before a better way of writing it", () => {
    const text = "**Gizmo Alpha Sorter** - here\n\nSomething\n\n## Gizmo Alpha\n\nSorts.\n";
    const [best] = merged(text, ({ convention }) => (convention === "lead" ? 0.95 : 0.5));

    expect(best).toMatchObject({ convention: "lead", title: "Gizmo Alpha Sorter" });
  });

  it("takes a sentence around a name for the name said again", () => {
    const text = "- **Gizmo** sorts\n\nFiller text.\n\n- Everyone likes how Gizmo sorts the files of a team.\n";

    expect(merged(text).filter(({ title }) => title.includes("Gizmo"))).toHaveLength(1);
  });

  it("takes an address in the same item for the item's own", () => {
    const text =
      "- **Gizmo Alpha** sorts. [Here](https://aws.amazon.com/about-aws/whats-new/2020/12/something-else-entirely/)\n";

    expect(merged(text).map(({ title }) => title)).toEqual(["Gizmo Alpha"]);
  });

  it("keeps names apart that only share common words", () => {
    const text = "- **Amazon Gizmo** sorts\n- **Amazon Widget** turns\n- **New AWS Sprocket** drives\n";

    expect(merged(text).map(({ title }) => title)).toEqual(["Amazon Gizmo", "Amazon Widget", "New AWS Sprocket"]);
  });
});
