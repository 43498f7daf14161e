import type { Candidate, Format, SourceFacts } from "@/lib/recap/types";

/** What the process that reads a long text answers: what it is first, then its candidates in their order. */
export type ReaderLine =
  | { kind: "head"; format: Format; source: SourceFacts; total: number; shared: string[] }
  | { kind: "batch"; from: number; candidates: Candidate[] };
