import type { ToldDecision } from "@/lib/voting/decisions/decision";

import type { ShortlistNote, ShortlistRow } from "../types";

import type { DecisionRecord, ExportAbout, RadarItem } from "./types";

type Shows = ExportAbout["shows"];

/** A row of the shortlist with as much of people and their notes as may be told. */
export function toldRow(row: ShortlistRow, shows: Shows): ShortlistRow {
  const { notes, decision, ownerEmail } = row;
  return {
    ...row,
    notes: toldNotes(notes, shows),
    decision: decision && toldDecision(decision, shows),
    ownerEmail: shows.people ? ownerEmail : null,
  };
}

/** An item of the radar with as much of people as may be told. */
export function toldItem(item: RadarItem, shows: Shows): RadarItem {
  return { ...item, decision: item.decision && toldDecision(item.decision, shows) };
}

/** A decision's record with as much of people and their notes as may be told. */
export function toldRecord(record: DecisionRecord, shows: Shows): DecisionRecord {
  const { decision, history, notes } = record;
  return {
    ...record,
    decision: decision && toldDecision(decision, shows),
    history: history.map((event) => toldDecision(event, shows)),
    notes: toldNotes(notes, shows),
    ...(shows.people ? {} : { voters: [], commenters: [], others: [] }),
  };
}

function toldDecision<T extends ToldDecision>(decision: T, { people }: Shows): T {
  return people ? decision : { ...decision, by: null, owner: null };
}

function toldNotes(notes: readonly ShortlistNote[], { people, notes: isTold }: Shows): ShortlistNote[] {
  if (!isTold) return [];
  return people ? [...notes] : notes.map(({ choice, note }) => ({ name: null, choice, note }));
}
