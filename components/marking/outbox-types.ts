import type { Answer, Wish } from "@/components/announcements/send-mark";
import type { Mine } from "@/lib/voting/types";

import type { Draft } from "./drafts";
import type { Part } from "./outbox-entry";
import type { Shelf } from "./outbox-shelf";

export type Answers = ReadonlyMap<string, Answer>;

/** What came of a request: answers, or none. Signed out, only a person can help; else it is tried again. */
export type Outcome =
  { kind: "answered"; answers: Answers } | { kind: "unanswered"; reason: "no-answer" | "signed-out"; afterMs?: number };

/** All that the outbox needs of the world around it. */
export type OutboxWorld = {
  shelf: Shelf;
  send: (parts: readonly Part[]) => Promise<Outcome>;
  /** Runs while no other tab does; null where tabs cannot exclude each other. */
  lock: ((run: () => Promise<void>) => Promise<void>) | null;
  isOnline: () => boolean;
  now: () => number;
  random: () => string;
  /** Calls later, unless what it returns is called before. */
  after: (ms: number, run: () => void) => () => void;
};

/** `waiting`: the server does not answer; `signed-out`: it asks who this is; `online`: all is well, or on its way. */
export type OutboxStatus = "online" | "waiting" | "offline" | "signed-out";

export type OutboxSnapshot = {
  /** What has no answer yet, by announcement. */
  pending: ReadonlyMap<string, Wish>;
  status: OutboxStatus;
  /** What had to be dropped, in sentences, until it was read. */
  sentences: readonly string[];
  /** False when nothing can be kept beyond this tab: storage is full or forbidden. */
  isKept: boolean;
};

/** Answers as they come, this tab's and others' alike: for pages that show what they are about. */
export type Settled = { id: string; wish: Wish; answer: Answer; isOwn: boolean };

export type Outbox = {
  snapshot: () => OutboxSnapshot;
  subscribe: (listener: () => void) => () => void;
  onSettled: (listener: (settled: readonly Settled[]) => void) => () => void;
  /** Keeps a wish until it is answered, however long that takes. `shown` is one's mark as the page showed it before. */
  want: (id: string, wish: Wish, shown: Mine | null) => Promise<Answer>;
  /** The same for many announcements as one request, with an answer for each. */
  wantMany: (wanted: readonly { id: string; wish: Wish; shown: Mine | null }[]) => Promise<Answers>;
  /** A note that is being written, or that was refused; it stays until it is stored. */
  draft: (id: string) => Draft | null;
  keepDraft: (id: string, draft: { text: string; was: string } | null) => void;
  /** Tries again now. */
  wake: () => void;
  /** Looks at what other tabs did. */
  refresh: () => void;
  dismiss: () => void;
};
