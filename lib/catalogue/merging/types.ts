import type { Choice } from "@/lib/voting/types";

/** An announcement by its address and title. */
export type Named = { slug: string; title: string };

/** What a merge or its undo did. */
export type Merged = { mergeId: string; kept: Named; dropped: Named };

/** What was merged into an announcement, for leads. */
export type MergedFrom = {
  mergeId: string;
  title: string;
  /** Null when a lead of another team did it. */
  by: string | null;
  /** ISO 8601, UTC. */
  at: string;
  /** The later merges into the same announcement are undone first. */
  canUndo: boolean;
};

/** An announcement that may be the same, and why it is offered. */
export type Twin = Named & { services: string[]; reason: string | null };

/** What a merge would do, in numbers over all teams. */
export type MergePreview = {
  keep: Side;
  drop: Side;
  marks: { moving: number; both: number };
  comments: number;
  sources: number;
  links: number;
  services: number;
  /** The viewer's team's candidates that are to be merged with the dropped one. */
  candidates: number;
  /** Teams other than the viewer's that marked, discussed or decided either. */
  otherTeams: number;
  decision: DecisionOutcome;
};

export type Side = Named & { id: string; services: string[]; marks: number; comments: number; sources: number };

/** What becomes of decisions: the viewer's team's, where it has any to lose or move, and how many others decided both. */
export type DecisionOutcome = {
  own: { kind: "moves"; choice: Choice } | { kind: "conflict"; stands: Choice; gives: Choice } | null;
  othersBoth: number;
};
