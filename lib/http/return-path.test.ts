import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { returnPath } from "./return-path";

describe("returnPath", () => {
  it("keeps a path of the team, with its query", () => {
    expect(returnPath("/teams/web/conferences/a?q=gp3&after=x", "/teams/web")).toBe(
      "/teams/web/conferences/a?q=gp3&after=x",
    );
    expect(returnPath("/teams/web", "/teams/web")).toBe("/teams/web");
  });

  it.each([
    "https://evil.example/teams/web",
    "//evil.example/teams/web",
    "/\\evil.example/teams/web",
    "\\\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/teams/website",
    "/teams/web/../other/conferences/a",
    "",
    null,
  ])("falls back for %j", (wanted) => {
    expect(returnPath(wanted, "/teams/web")).toBe("/teams/web");
  });

  it("never leaves the host or the team, whatever is asked for", () => {
    const tricky = fc.array(
      fc.constantFrom("/", "\\", "teams", "web", "..", ".", "\t", "\n", "@", ":", "x", "%2e", "?"),
    );
    fc.assert(
      fc.property(tricky, (parts) => {
        const answer = new URL(returnPath(parts.join(""), "/teams/web"), "https://debrief.example");
        expect(answer.origin).toBe("https://debrief.example");
        expect(`${answer.pathname}/`).toMatch(/^\/teams\/web\//);
      }),
    );
  });
});
