import type { Answer, Wish } from "@/components/announcements/send-mark";
import type { Mine } from "@/lib/voting/types";

import { readDraft, writeDraft } from "./drafts";
import { encodeEntry, inOrder, nextJob, pendingWishes, type Entry, type Job, type Part } from "./outbox-entry";
import { readEntries, readReceipts, writeReceipt } from "./outbox-shelf";
import { tellOf } from "./outbox-told";
import type { Answers, Outbox, OutboxSnapshot, OutboxWorld, Outcome, Settled } from "./outbox-types";

const MAX_REQUESTS = 4;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;
const DAY_MS = 86_400_000;
/** Where tabs cannot exclude each other, what another one made is left to it for so long. Sending twice changes nothing. */
const LEFT_TO_OTHERS_MS = 5_000;

/**
 * Keeps every mark and note until the server has answered: over a reload, in other tabs, without a connection. One tab at
 * a time sends, wishes for one announcement in their order. A refusal ends a wish; no answer does not.
 *
 * Rule for what changed elsewhere meanwhile: the later wish of a person wins for the choice, and its answer tells what it
 * replaced; a note replaces only the note it was written over, else both are told.
 */
export function createOutbox(world: OutboxWorld, told: readonly string[] = []): Outbox {
  const { shelf } = world;
  const tab = world.random();
  const entries = new Map<string, Entry>();
  /** This tab's entries, and who waits for their answers. */
  const own = new Map<string, (answers: Answers) => void>();
  const over = new Set<string>();
  const doubtful = new Set<string>();
  const heard = new Set<string>();
  const busy = new Set<string>();
  const listeners = new Set<() => void>();
  const followers = new Set<(settled: readonly Settled[]) => void>();
  let sentences = told;
  let isKept = true;
  let trouble: "no-answer" | "signed-out" | null = null;
  let tries = 0;
  let running = 0;
  let release: (() => void) | null = null;
  let isFlushing = false;
  let cancelRetry: (() => void) | null = null;
  let cancelLook: (() => void) | null = null;
  let current: OutboxSnapshot = { pending: new Map(), status: "online", sentences, isKept };

  readReceipts(shelf, heard);
  refresh();

  return {
    snapshot: () => current,
    subscribe: (listener) => follow(listeners, listener),
    onSettled: (listener) => follow(followers, listener),
    want: async (id, wish, shown) => answerOf(await add([part(id, wish, shown)]), id),
    wantMany: (wanted) => add(wanted.map(({ id, wish, shown }) => part(id, wish, shown))),
    draft: (id) => readDraft(shelf, id),
    keepDraft: (id, draft) => writeDraft(shelf, id, draft && { ...draft, at: world.now() }),
    wake,
    refresh,
    dismiss() {
      sentences = [];
      publish();
    },
  };

  function add(parts: readonly Part[]): Promise<Answers> {
    const last = Math.max(0, ...[...entries.values()].map(({ at }) => at));
    const entry = { key: world.random(), at: Math.max(world.now(), last + 1), tab, parts };
    entries.set(entry.key, entry);
    keep(entry);
    const answers = new Promise<Answers>((resolve) => own.set(entry.key, resolve));
    publish();
    flush();
    return answers;
  }

  function keep(entry: Entry) {
    isKept = shelf.put(`e.${entry.key}`, encodeEntry(entry));
  }

  /** Brings what is known in step with what is kept, which other tabs change too. */
  function refresh() {
    for (const { keys, answers } of readReceipts(shelf, heard)) settle(keys, answers);
    const kept = readEntries(shelf);
    if (kept.malformed > 0) tell("Something kept for this team on this device could not be read and was dropped.");
    for (const key of entries.keys()) {
      if (kept.entries.has(key)) continue;
      const entry = entries.get(key);
      // What is not kept any more was answered in another tab, or is this tab's and was cleared away: that is kept anew.
      if (own.has(key) && entry) keep(entry);
      else entries.delete(key);
    }
    for (const [key, entry] of kept.entries) if (!over.has(key)) entries.set(key, entry);
    dropOld();
    publish();
    flush();
  }

  function dropOld() {
    const old = [...entries.values()].filter(({ at }) => world.now() - at > DAY_MS);
    if (old.length === 0) return;
    const count = pendingWishes(old).size;
    tell(
      `${count === 1 ? "1 mark" : `${count} marks`} waited for more than a day and ${count === 1 ? "was" : "were"} not stored. Mark again what still holds.`,
    );
    for (const { key, parts } of old)
      settle([key], new Map(parts.map(({ id }) => [id, { ok: false, message: TOO_OLD }])));
  }

  function flush() {
    if (isFlushing) return pump();
    if (takeable().length < entries.size) lookAgain();
    if (takeable().length === 0 || cancelRetry) return;
    isFlushing = true;
    const run = () =>
      new Promise<void>((resolve) => {
        release = resolve;
        // Another tab may have sent everything while this one waited for its turn.
        refresh();
        pump();
      });
    void (world.lock ?? ((now) => now()))(run)
      .catch(() => {
        cancelRetry ??= world.after(FIRST_RETRY_MS, wake);
      })
      .then(() => {
        isFlushing = false;
        if (nextJob(takeable(), busy)) flush();
      });
  }

  function lookAgain() {
    cancelLook ??= world.after(LEFT_TO_OTHERS_MS + 1, () => {
      cancelLook = null;
      refresh();
    });
  }

  /** Starts what can be started, and lets other tabs at it when nothing is under way. */
  function pump() {
    if (!release) return;
    while (!cancelRetry && running < MAX_REQUESTS) {
      const job = nextJob(takeable(), busy);
      if (!job) break;
      void start(job);
    }
    if (running > 0) return;
    release();
    release = null;
  }

  async function start(job: Job) {
    running += 1;
    for (const { id } of job.parts) busy.add(id);
    const outcome = await world.send(job.parts).catch((): Outcome => ({ kind: "unanswered", reason: "no-answer" }));
    if (outcome.kind === "answered") {
      if (!cancelRetry) trouble = null;
      tries = 0;
      const answers = new Map(
        job.parts.map((sent) => [sent.id, toldIn(job, sent, answerOf(outcome.answers, sent.id))]),
      );
      writeReceipt(shelf, { at: world.now(), key: world.random(), keys: job.keys, answers }, heard);
      settle(job.keys, answers);
    } else {
      pause(outcome);
    }
    running -= 1;
    for (const { id } of job.parts) busy.delete(id);
    publish();
    pump();
  }

  function toldIn({ keys }: Job, sent: Part, answer: Answer): Answer {
    return keys.some((key) => doubtful.has(key)) ? answer : tellOf(sent, answer);
  }

  function pause({ reason, afterMs = 0 }: Extract<Outcome, { kind: "unanswered" }>) {
    trouble = reason;
    cancelRetry?.();
    const wait = Math.max(afterMs, Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries));
    tries += 1;
    cancelRetry = world.after(reason === "signed-out" ? LAST_RETRY_MS : wait, wake);
  }

  function wake() {
    cancelRetry?.();
    cancelRetry = null;
    publish();
    flush();
  }

  function settle(keys: readonly string[], answers: Answers) {
    const settled: Settled[] = [];
    for (const key of keys) {
      const entry = entries.get(key);
      const resolve = own.get(key);
      over.add(key);
      entries.delete(key);
      own.delete(key);
      shelf.drop(`e.${key}`);
      for (const { id, wish } of entry?.parts ?? []) {
        const answer = answerOf(answers, id);
        if (!answer.ok) afterRefusal(id, wish, answer);
        else if (wish.note && readDraft(shelf, id)?.text === wish.note.text) writeDraft(shelf, id, null);
        settled.push({ id, wish, answer, isOwn: resolve !== undefined });
      }
      resolve?.(answers);
    }
    // A tab that never saw the entries still learns what became of them.
    if (settled.length === 0) for (const [id, answer] of answers) settled.push({ id, wish: {}, answer, isOwn: false });
    publish();
    for (const follower of followers) follower(settled);
  }

  /** The page goes back to what is stored: later wishes were made over something that never was. A note stays a draft. */
  function afterRefusal(id: string, { note }: Wish, answer: Extract<Answer, { ok: false }>) {
    for (const entry of entries.values()) if (entry.parts.some((each) => each.id === id)) doubtful.add(entry.key);
    if (!note) return;
    const was = note.was !== undefined && { was: note.was };
    writeDraft(shelf, id, { text: note.text, at: world.now(), ...was, refusal: answer });
  }

  /** What this tab may send. Without locks that is its own, with what came before it, and what others seem to have left. */
  function takeable(): Entry[] {
    const all = inOrder(entries.values());
    if (world.lock) return all;
    const ids = new Set(all.filter((entry) => entry.tab === tab).flatMap(({ parts }) => parts.map(({ id }) => id)));
    return all.filter(({ at, parts }) => world.now() - at > LEFT_TO_OTHERS_MS || parts.some(({ id }) => ids.has(id)));
  }

  function tell(sentence: string) {
    if (!sentences.includes(sentence)) sentences = [...sentences, sentence];
  }

  function publish() {
    const pending = pendingWishes(inOrder(entries.values()));
    // Nothing waits any more: another tab may have been the one that got through.
    if (pending.size === 0) trouble = null;
    const told = trouble === "no-answer" ? "waiting" : (trouble ?? "online");
    current = { pending, status: world.isOnline() ? told : "offline", sentences, isKept };
    for (const listener of listeners) listener();
  }
}

const TOO_OLD = "Not stored: it waited for more than a day.";
const LOST: Answer = { ok: false, message: "Not stored: Debrief said nothing about it. Mark it again." };

function part(id: string, wish: Wish, shown: Mine | null): Part {
  return { id, wish, was: shown?.choice ?? null };
}

function answerOf(answers: Answers, id: string): Answer {
  return answers.get(id) ?? LOST;
}

function follow<T>(all: Set<T>, one: T): () => void {
  all.add(one);
  return () => all.delete(one);
}
