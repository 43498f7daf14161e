"use client";

import { useState } from "react";

import { resolveInPlace } from "@/lib/catalogue/imports/actions";
import type { Resolved, ReviewCandidate } from "@/lib/catalogue/imports/types";
import { typedValues, type FormState } from "@/lib/errors/form";

import { nextOpen } from "./review-state";

/** What was refused, and the candidate and fields it was typed for. */
export type Refused = FormState & { candidateId: string };

const NO_ANSWER = "Not stored: Debrief did not answer. Check the connection and try again.";

/**
 * The candidates as they are stored, the one under review, and what was refused. An answer moves on at once and is shown
 * as done when it is stored; a refusal comes back to its candidate with everything that was typed.
 */
export function useReview(initial: readonly ReviewCandidate[], first: number) {
  const [given, setGiven] = useState(initial);
  const [candidates, setCandidates] = useState(initial);
  const [chosen, setCurrent] = useState(first);
  // What another action changed comes anew from the server, and holds.
  if (given !== initial) {
    setGiven(initial);
    setCandidates(initial);
  }
  const current = candidates.some(({ number }) => number === chosen) ? chosen : first;
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set<string>());
  const [refused, setRefused] = useState<Refused | null>(null);

  function go(number: number) {
    setCurrent(number);
    const address = new URL(location.href);
    address.searchParams.set("candidate", String(number));
    address.hash = "";
    history.replaceState(history.state, "", address);
  }

  async function resolve(candidate: ReviewCandidate, form: FormData) {
    if (busy.has(candidate.id)) return;
    setBusy((ids) => new Set([...ids, candidate.id]));
    setRefused(null);
    go(nextOpen(candidates, candidate.number, busy));
    const answer = await resolveInPlace(form).catch((): Resolved => ({
      problem: { kind: "invalid", message: NO_ANSWER },
      candidate: null,
    }));
    const { problem, candidate: stored } = answer;
    if (stored) setCandidates((list) => list.map((each) => (each.id === stored.id ? stored : each)));
    setBusy((ids) => new Set([...ids].filter((id) => id !== candidate.id)));
    if (!problem) return;
    setRefused({ candidateId: candidate.id, problem, values: typedValues(form) });
    go(candidate.number);
  }

  return { candidates, current, busy, refused, go, resolve };
}
