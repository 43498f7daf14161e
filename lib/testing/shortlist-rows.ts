import fc from "fast-check";

import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";
import type { ShortlistRow } from "@/lib/shortlist/types";
import { CHOICES } from "@/lib/voting/types";

/** A row of a shortlist in which every field is filled. */
export function shortlistRow(given: Partial<ShortlistRow> = {}): ShortlistRow {
  return {
    id: "0b7e6a2e-3c1c-4a53-9a3e-6a1c5f0f7a11",
    standing: "decided",
    support: 0.5,
    slug: "faster-widgets",
    title: "Faster widgets",
    services: ["Widget Store", "Widget Press"],
    category: "machine-learning",
    availability: "ga",
    marks: 4,
    tally: { adopt: 3, investigate: 1, ignore: 0 },
    unmarked: 2,
    reason: "Cheaper by half.",
    notes: [{ name: "Ada", choice: "adopt", note: "Worth it." }],
    link: "https://vendor.example/widgets",
    address: "https://debrief.example/teams/platform/announcements/faster-widgets",
    ...given,
  };
}

// What breaks tables and starts formulas, markup and code comes up often, next to whole Unicode.
const typed = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(..."=+-@,;\"'\t\r\n|\\`*_~[]()<>&#$!:/.x 1é🚀", "https://", "www.", "&amp;", "<b>"),
  }),
);
const count = fc.nat({ max: 5_000 });

/** Rows with whatever people type in every field they can type in. */
export const anyShortlistRow: fc.Arbitrary<ShortlistRow> = fc.record({
  id: fc.uuid(),
  standing: fc.constantFrom("decided", "leans"),
  support: fc.double({ min: 0, max: 1, noNaN: true }),
  slug: fc.stringMatching(/^[a-z]+(-[a-z]+)*$/),
  title: typed,
  services: fc.array(typed, { maxLength: 3 }),
  category: fc.constantFrom(...CATEGORIES),
  availability: fc.constantFrom(...AVAILABILITIES),
  marks: count,
  tally: fc.option(fc.record({ adopt: count, investigate: count, ignore: count })),
  unmarked: count,
  reason: typed,
  notes: fc.array(fc.record({ name: typed, choice: fc.constantFrom(...CHOICES), note: typed }), { maxLength: 3 }),
  link: fc.option(fc.oneof(typed, fc.webUrl({ withQueryParameters: true, withFragments: true }))),
  address: fc.webUrl(),
});
