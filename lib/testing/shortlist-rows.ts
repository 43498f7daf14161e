import fc from "fast-check";

import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";
import type { DecisionRecord, RadarItem } from "@/lib/shortlist/export/types";
import type { ShortlistNote, ShortlistRow } from "@/lib/shortlist/types";
import type { DecisionEvent } from "@/lib/voting/decisions/decision";
import { CHOICES } from "@/lib/voting/types";

import { anyDecision, decision, typed } from "./decisions";

const FASTER_WIDGETS = {
  id: "0b7e6a2e-3c1c-4a53-9a3e-6a1c5f0f7a11",
  slug: "faster-widgets",
  title: "Faster widgets",
  services: ["Widget Store", "Widget Press"],
  category: "machine-learning",
  availability: "ga",
  link: "https://vendor.example/widgets",
  address: "https://debrief.example/teams/platform/announcements/faster-widgets",
  marks: 4,
  tally: { adopt: 3, investigate: 1, ignore: 0 },
} as const;

function fasterWidgets() {
  return { ...FASTER_WIDGETS, services: [...FASTER_WIDGETS.services] };
}

/** A row of a shortlist in which every field is filled. */
export function shortlistRow(given: Partial<ShortlistRow> = {}): ShortlistRow {
  return {
    ...fasterWidgets(),
    standing: "decided",
    support: 0.5,
    lean: "adopt",
    unmarked: 2,
    decision: decision(),
    ownerEmail: "priya@example.com",
    notes: [{ name: "Ada", choice: "adopt", note: "Worth it." }],
    ...given,
  };
}

/** An item of a radar in which every field is filled. */
export function radarItem(given: Partial<RadarItem> = {}): RadarItem {
  return { ...fasterWidgets(), ring: "adopt", quadrant: 1, moved: 2, decision: decision(), ...given };
}

/** A decision's record in which every field is filled. */
export function decisionRecord(given: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    ...fasterWidgets(),
    summary: "Widgets that take half the time.",
    decision: decision(),
    history: [{ ...decision(), kind: "settled" }],
    lean: "adopt",
    notes: [{ name: "Ada", choice: "adopt", note: "Worth it." }],
    voters: ["Ada", "Ewan Fraser"],
    commenters: ["Priya Nair"],
    others: ["Lars Holm"],
    ...given,
  };
}

const count = fc.nat({ max: 5_000 });

const anyNote: fc.Arbitrary<ShortlistNote> = fc.record({
  name: fc.option(typed),
  choice: fc.constantFrom(...CHOICES),
  note: typed,
});

const shown = {
  id: fc.uuid(),
  slug: fc.stringMatching(/^[a-z]+(-[a-z]+)*$/),
  title: typed,
  services: fc.array(typed, { maxLength: 3 }),
  category: fc.constantFrom(...CATEGORIES),
  availability: fc.constantFrom(...AVAILABILITIES),
  marks: count,
  tally: fc.option(fc.record({ adopt: count, investigate: count, ignore: count })),
  link: fc.option(fc.oneof(typed, fc.webUrl({ withQueryParameters: true, withFragments: true }))),
  address: fc.webUrl(),
};

const anyLean = fc.option(fc.constantFrom("adopt", "investigate", "ignore", "split"));

/** Rows with whatever people type in every field they can type in. */
export const anyShortlistRow: fc.Arbitrary<ShortlistRow> = fc.record({
  ...shown,
  standing: fc.constantFrom("decided", "leans"),
  support: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  lean: anyLean,
  unmarked: count,
  decision: fc.option(anyDecision),
  ownerEmail: fc.option(fc.emailAddress()),
  notes: fc.array(anyNote, { maxLength: 3 }),
});

/** Items of a radar with whatever people type. */
export const anyRadarItem: fc.Arbitrary<RadarItem> = fc.record({
  ...shown,
  ring: fc.constantFrom(...CHOICES),
  quadrant: fc.constantFrom(0, 1, 2, 3),
  moved: fc.constantFrom(-1, 0, 1, 2),
  decision: fc.option(anyDecision),
});

const anyEvent: fc.Arbitrary<DecisionEvent> = fc
  .tuple(anyDecision, fc.constantFrom("settled" as const, "reopened" as const, "delivered" as const))
  .map(([of, kind]) => ({ ...of, kind }));

/** Decisions' records with whatever people type. */
export const anyDecisionRecord: fc.Arbitrary<DecisionRecord> = fc.record({
  ...shown,
  summary: typed,
  decision: fc.option(anyDecision),
  history: fc.array(anyEvent, { minLength: 1, maxLength: 4 }),
  lean: anyLean,
  notes: fc.array(anyNote, { maxLength: 3 }),
  voters: fc.array(typed, { maxLength: 3 }),
  commenters: fc.array(typed, { maxLength: 3 }),
  others: fc.array(typed, { maxLength: 3 }),
});
