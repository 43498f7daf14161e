import { describe, expect, it } from "vitest";

import { joinWishes } from "./send-mark";

describe("joinWishes", () => {
  it("takes the later mark and keeps a note that waits", () => {
    const note = { text: "Why.", was: "" };
    expect(joinWishes({ mark: "adopt", note }, { mark: "ignore" })).toEqual({ mark: "ignore", note });
  });

  it("measures a later note against what the earlier one would have changed", () => {
    const earlier = { note: { text: "One.", was: "" } };
    expect(joinWishes(earlier, { note: { text: "Two.", was: "One." } })).toEqual({ note: { text: "Two.", was: "" } });
  });

  it("drops everything for a withdrawal", () => {
    const earlier = { mark: "adopt", note: { text: "Why.", was: "" } } as const;
    expect(joinWishes(earlier, { mark: "withdraw" })).toEqual({ mark: "withdraw" });
  });
});
