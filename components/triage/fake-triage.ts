import type { Answer, Wish } from "@/components/announcements/send-mark";
import type { Outbox, Settled } from "@/components/marking/outbox-types";
import type { Triage, TriageCard } from "@/lib/voting/triage/types";
import type { Mine } from "@/lib/voting/types";

import type { More, TriageWorld, Wanted } from "./triage-types";

/*
 * A triage for tests: cards by number, a server that answers when it is told to, an outbox that holds what is wanted until
 * then, and a clock that stands still.
 */

export function card(n: number, given: Partial<TriageCard> = {}): TriageCard {
  return {
    ...{ id: `id-${n}`, slug: `slug-${n}`, title: `Widget ${n}`, summary: "", category: "compute", availability: "ga" },
    ...{ services: [], figures: [], mentions: 1, takes: [], comments: 0, mine: null, marks: 0, lean: null },
    ...{
      tally: { adopt: 0, investigate: 0, ignore: 0 },
      decision: null,
      others: [],
      isPutOff: false,
      cursor: `c-${n}`,
    },
    ...given,
  };
}

export function cards(from: number, to: number): TriageCard[] {
  return Array.from({ length: to - from + 1 }, (_, index) => card(from + index));
}

export function triageOf(shown: TriageCard[], given: { total?: number; hasMore?: boolean } = {}): Triage {
  const total = given.total ?? shown.length;
  return {
    head: {
      ...{ id: "conference", round: null, canManageRound: false, notices: [], split: 0, shortlisted: 0 },
      conference: { slug: "conf", name: "Conf", startsOn: null, endsOn: null },
      counts: { total, marked: 0, left: total },
      team: { members: 3, progress: 0 },
    },
    ask: { order: "talked", isLater: false, at: null },
    ...{ cards: shown, hasMore: given.hasMore ?? false, previous: null, putOff: 0, gaps: [], pass: null },
  };
}

/** The world around a store; `after` runs when `tick` is called, `load` answers from `server`. */
export function fakeWorld(server: (wanted: Wanted) => More | null) {
  const timers = new Set<() => void>();
  const asked: Wanted[] = [];
  const later: [string, boolean][] = [];
  let clock = 0;
  const world: TriageWorld = {
    async load(wanted) {
      asked.push(wanted);
      return server(wanted);
    },
    async putOff(id, isPutOff) {
      later.push([id, isPutOff]);
      return true;
    },
    pause: () => 100,
    now: () => clock,
    after(_, run) {
      timers.add(run);
      return () => void timers.delete(run);
    },
  };
  return {
    world,
    asked,
    later,
    wait: (ms: number) => void (clock += ms),
    /** Lets everything that waits for a while happen. */
    tick() {
      const due = [...timers];
      timers.clear();
      for (const run of due) run();
    },
  };
}

/** An outbox that keeps what is wanted until `answer` settles it. */
export function fakeOutbox() {
  const pending = new Map<string, Wish>();
  const waiting: { id: string; wish: Wish; resolve: (answer: Answer) => void }[] = [];
  const sent: [string, Wish][] = [];
  const drafts = new Map<string, { text: string; was: string }>();
  const listeners = new Set<() => void>();
  const followers = new Set<(settled: readonly Settled[]) => void>();
  const publish = () => listeners.forEach((listener) => listener());
  const outbox: Outbox = {
    snapshot: () => ({ pending: new Map(pending), status: "online", sentences: [], isKept: true }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSettled(follower) {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    want(id, wish) {
      sent.push([id, wish]);
      pending.set(id, { ...pending.get(id), ...wish });
      publish();
      return new Promise((resolve) => waiting.push({ id, wish, resolve }));
    },
    wantMany: async () => new Map(),
    draft(id) {
      const kept = drafts.get(id);
      return kept ? { ...kept, at: 0 } : null;
    },
    keepDraft: (id, draft) => void (draft === null ? drafts.delete(id) : drafts.set(id, draft)),
    wake: () => undefined,
    refresh: () => undefined,
    dismiss: () => undefined,
  };
  return {
    outbox,
    sent,
    drafts,
    isWaiting: () => waiting.length > 0,
    /** Settles the oldest wish. */
    async answer(given: { mine?: Mine | null; marked?: number; refused?: string; storedNote?: string } = {}) {
      const oldest = waiting.shift();
      if (!oldest) throw new Error("Nothing waits for an answer.");
      const { id, wish } = oldest;
      pending.delete(id);
      const answer = answerTo(id, wish, given);
      publish();
      for (const follower of followers) follower([{ id, wish, answer, isOwn: true }]);
      oldest.resolve(answer);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

function answerTo(
  id: string,
  { mark, note }: Wish,
  given: { mine?: Mine | null; marked?: number; refused?: string; storedNote?: string },
): Answer {
  const { refused, storedNote, marked = 1 } = given;
  if (refused !== undefined) return { ok: false, message: refused, storedNote };
  const choice = mark && mark !== "withdraw" ? mark : "adopt";
  const mine = given.mine ?? (mark === "withdraw" ? null : { choice, note: note?.text ?? "" });
  const tally = { adopt: 1, investigate: 0, ignore: 0 };
  return { ok: true, stored: { announcementId: id, mine, marks: 1, tally, lean: "adopt", marked } };
}
