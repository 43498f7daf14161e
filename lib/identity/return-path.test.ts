import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { returnLocation, returnPath } from "./return-path";

const SITE = "https://debrief.example";

describe("returnPath", () => {
  it.each(["/", "/teams/platform", "/teams/platform/conferences/x?lean=split&q=a+b#note", "/account?to=//other"])(
    "keeps %s",
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    null,
    ["/teams"],
    "",
    "teams",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " /teams",
    "https://evil.example",
    "javascript:alert(1)",
    "/teams\r\nSet-Cookie: a=b",
    "/teams\\..\\x",
    "/teams\u0085",
    "/..//evil.example",
    "/teams/%2e%2e/.//evil.example",
  ])("leads home instead of %j", (next) => {
    expect(returnPath(next)).toBe("/");
  });

  it("never leaves the site, whatever is given", () => {
    const parts = fc.constantFrom(
      "/",
      "\\",
      "\t",
      "\n",
      "\r",
      "..",
      ".",
      "@",
      ":",
      "evil.example",
      "https:",
      "?",
      "#",
      "%2f",
      " ",
    );
    const next = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(parts).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(next, (text) => {
        const path = returnPath(text);
        expect(new URL(path, SITE).origin).toBe(SITE);
        expect(new URL(returnLocation(text), SITE).origin).toBe(SITE);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps every path the site itself could show", () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        fc.pre(!path.includes("."));
        const own = `/teams${path}?${query}`;
        expect(returnPath(own)).toBe(own);
      }),
    );
  });
});

describe("returnLocation", () => {
  it("escapes what a header cannot hold, keeps what is escaped, and leaves the fragment to its caller", () => {
    expect(returnLocation("/teams/a?q=größer&x=%2F#a-1")).toBe("/teams/a?q=gr%C3%B6%C3%9Fer&x=%2F");
  });
});
