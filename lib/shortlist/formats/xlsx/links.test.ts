import { describe, expect, it } from "vitest";

import { collectLinks, MOST_LINKS } from "./links";

describe("collectLinks", () => {
  it("keeps every link in the order of its cells, until a sheet can have no more", () => {
    const links = collectLinks();
    for (let index = 0; index < MOST_LINKS + 10; index += 1)
      links.add(`A${index + 2}`, `https://vendor.example/${index}`);

    const cells = [...links.cells().matchAll(/ref="A(\d+)" r:id="rId(\d+)"/g)];
    const targets = [...[...links.relationships()].join("").matchAll(/Id="rId(\d+)"[^>]*Target="[^"]*\/(\d+)"/g)];

    expect(cells).toHaveLength(MOST_LINKS);
    expect(cells.at(-1)?.slice(1)).toEqual([String(MOST_LINKS + 1), String(MOST_LINKS)]);
    expect(targets.map(([, id, target]) => Number(id) - Number(target))).toEqual(Array(MOST_LINKS).fill(1));
  });

  it("leads nowhere but to the web", () => {
    const links = collectLinks();
    for (const text of [
      null,
      "",
      "javascript:alert(1)",
      "file:///etc/passwd",
      "mailto:a@b.c",
      "//x.example",
      "https://",
    ]) {
      links.add("A1", text);
    }

    expect(links.cells()).toBe("");
    expect([...links.relationships()].join("")).toMatch(/<Relationships [^>]*><\/Relationships>$/);
  });
});
