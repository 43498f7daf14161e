"use client";

import { useCallback, useEffect, useRef, useState } from "react";

import { resolveInPlace } from "@/lib/catalogue/imports/actions";
import { addPointed, takeBack, type Pointed } from "@/lib/catalogue/imports/review-actions";
import type { Answered } from "@/lib/catalogue/imports/review-commands";
import type { Resolved, ReviewCandidate } from "@/lib/catalogue/imports/types";
import { typedValues, type FormState } from "@/lib/errors/form";
import type { Problem } from "@/lib/errors/problem";

import { formBack, nextOpen, predict, sayChange } from "./review-state";

/** What the review says of the last change; `number` is the candidate that a refusal is about. */
export type ReviewMessage = { text: string; canUndo: boolean; number?: number };

/** A change, or one that takes a change back. */
type Kind = "change" | "undo";

type Done = { before: ReviewCandidate } | { answered: Answered };

const NO_ANSWER = "Not stored: Debrief did not answer. Check the connection and try again.";
const UNDO_DEPTH = 200;

/**
 * The candidates as they stand, the one under review, and what was refused. A change is shown at once and answers of one
 * candidate are sent one after the other; what is not stored returns with its reason and with everything that was typed.
 */
export function useReview(importId: string, initial: readonly ReviewCandidate[], first: number) {
  const [given, setGiven] = useState(initial);
  const [stored, setStored] = useState(initial);
  const [pending, setPending] = useState<ReadonlyMap<string, ReviewCandidate>>(new Map());
  const [refused, setRefused] = useState<ReadonlyMap<string, FormState>>(new Map());
  const [chosen, setCurrent] = useState(first);
  const [message, setMessage] = useState<ReviewMessage | null>(null);
  const [done, setDone] = useState<readonly Done[]>([]);
  const turns = useRef(new Map<string, Promise<boolean>>());
  // The version that the next answer is sent with is the one that came with the last.
  const latest = useRef(new Map<string, ReviewCandidate>());

  // What another action changed comes anew from the server, and holds.
  if (given !== initial) {
    setGiven(initial);
    setStored(initial);
  }
  const candidates = stored.map((candidate) => pending.get(candidate.id) ?? candidate);
  const current = candidates.some(({ number }) => number === chosen) ? chosen : first;

  // What is on its way would be lost with the page.
  const isBusy = pending.size > 0;
  useEffect(() => {
    if (!isBusy) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", stay);
    return () => removeEventListener("beforeunload", stay);
  }, [isBusy]);

  // The same function always: lines and paragraphs that stand as before are not drawn anew.
  const go = useCallback((number: number) => {
    setCurrent(number);
    const address = new URL(location.href);
    address.searchParams.set("candidate", String(number));
    address.hash = "";
    history.replaceState(history.state, "", address);
  }, []);

  /** Answers a candidate and goes on to the next open one. */
  function answer(candidate: ReviewCandidate, form: FormData) {
    const after = candidates.map((each) => (each.id === candidate.id ? predict(each, form) : each));
    go(nextOpen(after, candidate.number));
    void send(candidate, form, "change");
  }

  /** Stores what was corrected, and stays. */
  function save(candidate: ReviewCandidate, form: FormData) {
    void send(candidate, form, "change");
  }

  async function send(candidate: ReviewCandidate, form: FormData, kind: Kind): Promise<boolean> {
    const { id, number } = candidate;
    const entry: Done = { before: candidate };
    setPending((map) => new Map(map).set(id, predict(map.get(id) ?? candidate, form)));
    setRefused((map) => without(map, id));
    if (canUndo(candidate, kind)) setDone((list) => [...list, entry].slice(-UNDO_DEPTH));
    const turn = (turns.current.get(id) ?? Promise.resolve(true)).then((wentWell) =>
      // What follows a refusal was decided without having seen it.
      wentWell ? store(candidate, form, kind) : false,
    );
    turns.current.set(id, turn);
    const isStored = await turn;
    if (!isStored) setDone((list) => list.filter((each) => each !== entry));
    if (turns.current.get(id) === turn) {
      turns.current.delete(id);
      setPending((map) => without(map, id));
    }
    if (!isStored && !isTyping()) go(number);
    return isStored;
  }

  async function store(candidate: ReviewCandidate, form: FormData, kind: Kind): Promise<boolean> {
    const { id, number } = candidate;
    const before = newer(latest.current.get(id), candidate);
    form.set("version", String(before.version));
    const { problem, candidate: now } = await resolveInPlace(form).catch(noAnswer);
    if (now) {
      latest.current.set(id, now);
      setStored((list) => list.map((each) => (each.id === id ? now : each)));
    }
    if (problem) {
      setRefused((map) => new Map(map).set(id, { problem, values: typedValues(form) }));
      setMessage({ text: `${number}: ${problem.message}`, canUndo: false, number });
      return false;
    }
    const text = now && kind === "change" ? sayChange(before, now) : `Undone: ${number}, ${now?.title}`;
    setMessage({ text, canUndo: canUndo(before, kind) });
    return true;
  }

  /** Takes the last change back that was not yet taken back. */
  async function undo() {
    const last = done.at(-1);
    if (!last) return setMessage({ text: "Nothing to undo.", canUndo: false });
    setDone((list) => list.slice(0, -1));
    if ("before" in last) {
      const candidate = candidates.find(({ id }) => id === last.before.id) ?? last.before;
      go(candidate.number);
      await send(candidate, formBack(importId, last.before), "undo");
      return;
    }
    const problem = await takeBack(importId, last.answered).catch(() => ({ message: NO_ANSWER }));
    setMessage({ text: problem?.message ?? `Open again: ${last.answered.length} candidates`, canUndo: false });
  }

  /** Remembers what was accepted together, once it is. */
  function acceptedAll(text: string, answered: Answered) {
    if (answered.length > 0) setDone((list) => [...list, { answered }]);
    setMessage({ text, canUndo: answered.length > 0 });
  }

  /** Adds what somebody points at in the post; answers why it did not. */
  async function add(pointed: Pointed): Promise<Problem | null> {
    const { problem, candidate } = await addPointed(importId, pointed).catch(noAnswer);
    if (candidate) {
      setStored((list) => (list.some(({ id }) => id === candidate.id) ? list : [...list, candidate]));
      go(candidate.number);
    }
    setMessage({
      text: problem?.message ?? `Added as ${candidate?.number}: ${candidate?.title}. Skip it to take it out again.`,
      canUndo: false,
    });
    return problem;
  }

  /** Drops what was refused for a candidate, so that its fields show what is stored. */
  function restore(id: string) {
    setRefused((map) => without(map, id));
  }

  return { candidates, current, pending, refused, message, go, answer, save, undo, acceptedAll, add, restore };
}

/** What an earlier edition brought in is found when a post is read; no answer says it. */
function canUndo(before: ReviewCandidate, kind: Kind): boolean {
  return kind === "change" && before.resolution !== "known";
}

function noAnswer(): Resolved {
  return { problem: { kind: "invalid", message: NO_ANSWER }, candidate: null };
}

/** Whoever is in a field of another candidate is not taken away from it; the message leads back. */
function isTyping(): boolean {
  return document.activeElement?.matches(".imp-editor :is(input, select)") ?? false;
}

function newer(one: ReviewCandidate | undefined, other: ReviewCandidate): ReviewCandidate {
  return one && one.version >= other.version ? one : other;
}

function without<T>(map: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
  if (!map.has(id)) return map;
  const rest = new Map(map);
  rest.delete(id);
  return rest;
}
