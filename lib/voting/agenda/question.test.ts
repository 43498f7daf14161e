import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { testDb } from "@/lib/testing/database";

import { questionIn } from "./question";

describe("questionIn", () => {
  it.each([
    ["What would moving cost?", "What would moving cost?"],
    ["We looked at it. Can a template wrap our Terraform? I hope so.", "Can a template wrap our Terraform?"],
    ["First? Second? Third.", "Second?"],
    ["- Which two services volunteer?\n- Nobody did.", "Which two services volunteer?"],
    ["Really??", "Really??"],
    ['Did they say "never?" (they did?)', "(they did?)"],
    ["**Who pays?**", "**Who pays?**"],
    ["いくらですか？高いです", "いくらですか？"],
  ])("finds in %j what it asks", (body, question) => {
    expect(questionIn(body)).toBe(question);
  });

  it.each([
    "It pays for itself.",
    "See https://example.com/?page=2 and https://example.com/a?b",
    "https://example.com/?",
    "> What would it cost?\nAbout 9k a year.",
    "?",
    "",
  ])("finds nothing in %j", (body) => {
    expect(questionIn(body)).toBeNull();
  });

  it("keeps the end of a long question", () => {
    const question = questionIn(`${"why ".repeat(200)}not?`);

    expect(question).toHaveLength(280);
    expect(question).toMatch(/^….*not\?$/u);
  });
});

describe("asks", () => {
  const piece = fc.constantFrom(
    "Why",
    "?",
    "??",
    ".",
    " ",
    "\n",
    "\t",
    "> ",
    "/",
    "/?",
    '"',
    ")",
    "]",
    "*",
    "？",
    "é",
    "\r",
  );

  it("draws the same line in the database", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(piece, { maxLength: 12 }), { minLength: 40, maxLength: 40 }), async (made) => {
        const bodies = made.map((pieces) => pieces.join(""));
        const rows = await testDb().$queryRaw<{ asks: boolean }[]>`
          SELECT asks(body) FROM unnest(${bodies}::text[]) WITH ORDINALITY AS given(body, place) ORDER BY place`;

        expect(rows.map(({ asks }) => asks)).toEqual(bodies.map((body) => questionIn(body) !== null));
      }),
      { numRuns: 25 },
    );
  });
});
