import { describe, expect, it } from "vitest";

import { exportWords } from "./export-words";

const about = { team: "Content Platform", filter: null, at: new Date("2021-01-04T11:20:00Z"), zone: "Europe/London" };

describe("exportWords", () => {
  it.each([
    [{ decided: 6, leaning: 0 }, "Six decided announcements of"],
    [{ decided: 6, leaning: 14 }, "Six decided and 14 leaning announcements of"],
    [{ decided: 0, leaning: 1 }, "One leaning announcement of"],
    [{ decided: 1, leaning: null }, "One decided announcement of"],
    [{ decided: 1, leaning: 2 }, "One decided and 2 leaning announcements of"],
    [{ decided: 1_234, leaning: 13 }, "1,234 decided and 13 leaning announcements of"],
    [{ decided: 0, leaning: 0 }, "No announcements of"],
  ])("counts %j", (totals, start) => {
    expect(exportWords({ ...about, totals })).toBe(
      `${start} Content Platform, as of Mon 4 Jan 2021, 11:20 GMT. No filter set.`,
    );
  });

  it("says the filter", () => {
    expect(exportWords({ ...about, totals: { decided: 2, leaning: null }, filter: "owner Ewan, Q1 2021" })).toBe(
      "Two decided announcements of Content Platform, as of Mon 4 Jan 2021, 11:20 GMT. Only owner Ewan, Q1 2021.",
    );
  });
});
