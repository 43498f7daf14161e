import type { Decision } from "@/lib/voting/decisions/decision";
import type { Choice, Tally } from "@/lib/voting/types";

import type { Shown } from "./shown";
import type { ShortlistNote } from "../types";

/** What a row of the page shows of an announcement, whichever list it is in. */
type Announced = { id: string; slug: string; title: string; services: string[] };

/** What is decided to be adopted: who does it, by when, with how much work, and what became of it. */
export type DecidedRow = Announced &
  Pick<Decision, "reason" | "owner" | "target" | "effort" | "effortDays" | "delivery" | "deliveryOn" | "at"> & {
    /** The lead's order, lowest first. */
    place: number;
    /** What most of the team marked where the decision goes against it, as far as the viewer may know. */
    against: Choice | null;
  };

/** What leans to be adopted and nobody has settled. Of what is hidden from the viewer nothing leans. */
export type LeaningRow = Announced & {
  marks: number;
  tally: Tally;
  /** Lower bound of the adopt share, 0 to 1, by which the list is ordered. */
  support: number;
  /** Adopts first, each the latest first. */
  notes: ShortlistNote[];
};

/** Sums over everything decided that the filter lets through, shown or not. */
export type ShortlistTotals = {
  decided: number;
  /** Working days of those that say them. */
  days: number;
  /** How many say no days, and how many neither days nor a size. */
  withoutDays: number;
  withoutEffort: number;
  efforts: Record<"S" | "M" | "L" | "XL", number>;
  deliveries: Record<"planned" | "started" | "done" | "dropped", number>;
  /** How many lean to adopt with enough marks; null where the filter leaves out what nobody owns yet. */
  leaning: number | null;
};

/** One value a list can be filtered by; `count` is how many would be shown with the other filters as they are. */
export type FilterOption = { value: string; name: string; count: number };

export type FilterOptions = { owner: FilterOption[]; quarter: FilterOption[]; service: FilterOption[] };

export type Shortlist = {
  /** Days in ISO form. */
  conference: { slug: string; name: string; startsOn: string | null; endsOn: string | null };
  members: number;
  /** Marks that a lean needs to count. */
  quorum: number;
  decided: DecidedRow[];
  leaning: LeaningRow[];
  shown: Shown;
  totals: ShortlistTotals;
  options: FilterOptions;
};
