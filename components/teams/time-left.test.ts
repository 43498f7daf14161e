import { expect, it } from "vitest";

import { timeLeft } from "./time-left";

it.each([
  ["2026-01-08T17:00:00Z", "4 days left"],
  ["2026-01-06T11:59:59Z", "47 hours left"],
  ["2026-01-04T13:00:00Z", "1 hour left"],
  ["2026-01-04T12:38:59Z", "38 minutes left"],
  ["2026-01-04T12:00:10Z", "1 minute left"],
  ["2026-01-04T12:00:00Z", null],
  ["2025-01-01T00:00:00Z", null],
])("says of %s at noon on 4 January: %s", (until, said) => {
  expect(timeLeft(until, "2026-01-04T12:00:00Z")).toBe(said);
});
