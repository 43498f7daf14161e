import fc from "fast-check";

import { DELIVERIES, EFFORTS, type Decision } from "@/lib/voting/decisions/decision";
import { CHOICES } from "@/lib/voting/types";

/** A decision in which every field is filled. */
export function decision(given: Partial<Decision> = {}): Decision {
  return {
    choice: "adopt",
    reason: "Cheaper by half.",
    by: { personId: "5f0c1d2e-8a55-4b0e-9a2c-1d3f5b7a9c01", name: "Ewan Fraser" },
    at: "2021-01-04T11:20:00.000Z",
    owner: { personId: "7a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", name: "Priya Nair" },
    target: { on: "2021-03-31", isQuarter: true },
    effort: "M",
    effortDays: 12.5,
    reopenWhen: "",
    reopenOn: null,
    delivery: "planned",
    deliveryOn: null,
    ...given,
  };
}

// What breaks tables and starts formulas, markup and code comes up often, next to whole Unicode.
export const typed = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(..."=+-@,;\"'\t\r\n|\\`*_~[]()<>&#$!:/.x 1é🚀ש", "https://", "www.", "&amp;", "<b>"),
  }),
);

export const anyDay = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

export const anyMoment = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());

const anybody = fc.record({ personId: fc.uuid(), name: typed });

/** Decisions with whatever people type in every field they can type in. */
export const anyDecision: fc.Arbitrary<Decision> = fc.record({
  choice: fc.constantFrom(...CHOICES),
  reason: typed,
  by: anybody,
  at: anyMoment,
  owner: fc.option(anybody),
  target: fc.option(fc.record({ on: anyDay, isQuarter: fc.boolean() })),
  effort: fc.option(fc.constantFrom(...EFFORTS)),
  effortDays: fc.option(fc.integer({ min: 1, max: 20_000 }).map((halves) => halves / 2)),
  reopenWhen: typed,
  reopenOn: fc.option(anyDay),
  delivery: fc.constantFrom(...DELIVERIES),
  deliveryOn: fc.option(anyDay),
});
