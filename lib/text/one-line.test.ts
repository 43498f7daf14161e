import { expect, it } from "vitest";

import { oneLine } from "./one-line";

it("puts a name on one line and leaves its letters as they are", () => {
  expect(oneLine("  Zoë\t O’Neil \r\n 李雷 👩‍🚀 ")).toBe("Zoë O’Neil 李雷 👩‍🚀");
});

it("drops what a database cannot store and nobody can see", () => {
  expect(oneLine("Ada\0 King\ud800\u0007")).toBe("Ada King");
  expect(oneLine("\0")).toBe("");
});
