import { describe, expect, it } from "vitest";

import { initials } from "./initials";

describe("initials", () => {
  it.each([
    ["Ada Lovelace", "AL"],
    ["ada", "A"],
    ["  Ana   Maria  de Souza ", "AS"],
    ["E\u0301lodie Zola", "E\u0301Z"],
    ["👩🏽‍💻 Team", "👩🏽‍💻T"],
    ["", ""],
  ])("of %j are %j", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
