import type { Answer, Wish } from "@/components/announcements/send-mark";
import type { Mine } from "@/lib/voting/types";

import { memoryShelf } from "./browser-shelf";
import { createOutbox } from "./outbox";
import type { Part } from "./outbox-entry";
import type { Shelf } from "./outbox-shelf";
import type { Outbox, Outcome } from "./outbox-types";

/** What a server of marks does with one wish, as `lib/voting` does. */
function serve(stored: Map<string, Mine>, { id, wish: { mark, note } }: Part): Answer {
  const before = stored.get(id) ?? null;
  const answer = (): Answer => {
    const mine = stored.get(id) ?? null;
    const tally = { adopt: 0, investigate: 0, ignore: 0, ...(mine && { [mine.choice]: 1 }) };
    const lean = mine?.choice ?? null;
    return {
      ok: true,
      previous: before,
      stored: { announcementId: id, mine, marks: Number(mine !== null), tally, lean, marked: stored.size },
    };
  };
  if (mark === "withdraw") stored.delete(id);
  else if (mark) stored.set(id, { choice: mark, note: note?.text ?? before?.note ?? "" });
  else if (!before) return { ok: false, message: "A note belongs to a mark." };
  else if (note && note.was !== undefined && before.note !== note.was && before.note !== note.text)
    return { ok: false, message: "Changed meanwhile.", storedNote: before.note };
  else if (note) stored.set(id, { choice: before.choice, note: note.text });
  return answer();
}

/** A browser with tabs over one storage, a clock that is turned by hand, and a server that can be out of reach. */
export function fakeWorld({ hasLocks = true, isShelfFull = false } = {}) {
  const kept = new Map<string, string>();
  const stored = new Map<string, Mine>();
  const tabs = new Set<Outbox>();
  const timers = new Map<number, { at: number; run: () => void }>();
  const sent: { id: string; wish: Wish }[][] = [];
  const fake = {
    ...{ kept, stored, sent, tabs, now: 1_000_000 },
    network: "up" as "up" | "down" | "answer-lost" | "signed-out",
    retryAfter: undefined as number | undefined,
    refuse: undefined as Extract<Answer, { ok: false }> | undefined,
    openTab,
    pass,
    settle,
  };
  let names = 0;
  let queue = Promise.resolve();
  return fake;

  function openTab(): Outbox & { close: () => void } {
    const own = memoryShelf(kept);
    const isClosed = { now: false };
    const whileOpen = (turn: Promise<void>) =>
      new Promise<void>((resolve) => void turn.then(() => !isClosed.now && resolve()));
    const heard = () => {
      for (const other of tabs) if (other !== tab) other.refresh();
    };
    const shelf: Shelf = {
      ...own,
      put(key, text) {
        if (isClosed.now || isShelfFull) return false;
        own.put(key, text);
        heard();
        return true;
      },
      drop(key) {
        if (isClosed.now || !kept.has(key)) return;
        own.drop(key);
        heard();
      },
    };
    // A closed tab neither sends nor hears, whatever it had begun.
    const tab: Outbox = createOutbox({
      shelf,
      send: async (parts) => (isClosed.now ? new Promise<Outcome>(() => undefined) : send(parts)),
      lock: hasLocks
        ? (run) => whileOpen(exclusively(() => (isClosed.now ? closed : Promise.race([run(), closed]))))
        : null,
      isOnline: () => fake.network !== "down",
      now: () => fake.now,
      random: () => `n${String(++names).padStart(6, "0")}`,
      after(ms, run) {
        const name = ++names;
        timers.set(name, { at: fake.now + ms, run: () => !isClosed.now && run() });
        return () => timers.delete(name);
      },
    });
    let close = () => {};
    const closed = new Promise<void>((resolve) => (close = resolve));
    tabs.add(tab);
    return Object.assign(tab, {
      close() {
        isClosed.now = true;
        tabs.delete(tab);
        close();
      },
    });
  }

  function exclusively(run: () => Promise<void>): Promise<void> {
    const turn = queue.then(run);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function send(parts: readonly Part[]): Promise<Outcome> {
    await Promise.resolve();
    if (fake.network === "signed-out") return { kind: "unanswered", reason: "signed-out" };
    const none: Outcome = {
      kind: "unanswered",
      reason: "no-answer",
      ...(fake.retryAfter && { afterMs: fake.retryAfter }),
    };
    if (fake.network === "down") return none;
    sent.push(parts.map(({ id, wish }) => ({ id, wish })));
    const { refuse } = fake;
    const answers = new Map(parts.map((part) => [part.id, refuse ?? serve(stored, part)]));
    return fake.network === "answer-lost" ? none : { kind: "answered", answers };
  }

  /** Turns the clock, and lets what was waiting for it happen. */
  async function pass(ms: number) {
    const until = fake.now + ms;
    for (;;) {
      await settle();
      const [next] = [...timers].sort(([, a], [, b]) => a.at - b.at);
      if (!next || next[1].at > until) break;
      fake.now = Math.max(fake.now, next[1].at);
      timers.delete(next[0]);
      next[1].run();
    }
    fake.now = until;
  }

  async function settle() {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}
