import type { OutboxStatus } from "@/components/marking/outbox-types";
import type { TriageCard, TriagePass, TriageStretch } from "@/lib/voting/triage/types";
import type { Choice } from "@/lib/voting/types";

import type { NoteState } from "./triage-notes";
import type { Pending, TriageState } from "./triage-state";

/** What the toast says: what was stored and can be undone, or what was not. `aboutId` is where a note would go. */
export type TriageMessage = { text: string; canUndo: boolean; aboutId: string | null; isRefusal?: boolean };

export type TriageSnapshot = TriageState & {
  pending: Pending;
  status: OutboxStatus;
  gaps: readonly number[];
  /** The choice just made, for the moment in which its fill shows before the next card comes. */
  moving: Choice | null;
  /** What was marked last, in this tab. */
  lastMarked: TriageCard | null;
  message: TriageMessage | null;
  notes: Readonly<Record<string, NoteState>>;
  /** Raised when the cursor belongs in the note. */
  noteTurn: number;
  /** More cards were asked for and did not come. */
  isStuck: boolean;
};

/** Which cards are asked for: after or before a place, or one by its slug. */
export type Wanted = { after: string | null } | { before: string } | { at: string };

export type More = TriageStretch & { pass: TriagePass | null };

/** All that the store needs of the world around it. */
export type TriageWorld = {
  /** Null when there was no answer. */
  load: (wanted: Wanted) => Promise<More | null>;
  /** False when it was not stored. */
  putOff: (id: string, isPutOff: boolean) => Promise<boolean>;
  /** Milliseconds for which a mark's fill shows before the next card comes. */
  pause: () => number;
  now: () => number;
  /** Calls later, unless what it returns is called before. */
  after: (ms: number, run: () => void) => () => void;
};
