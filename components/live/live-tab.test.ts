import { beforeEach, describe, expect, it } from "vitest";

import type { LiveEvent } from "@/lib/live/types";

import { createLiveTab, type LiveTab, type LiveWorld } from "./live-tab";

type Message = Parameters<LiveWorld["channel"]["post"]>[0];

/** A browser with tabs, a lock, a clock that is turned by hand, and a server that can be out of reach. */
function fakeBrowser({ hasLocks = true } = {}) {
  const hearing = new Map<number, (message: Message) => void>();
  const timers = new Map<object, { at: number; work: () => void }>();
  const streams: {
    since: string;
    tab: number;
    heard: (id: string, events: LiveEvent[]) => void;
    failed: () => void;
  }[] = [];
  let holder: { end: () => void; lose: () => void } | null = null;
  const queue: (() => void)[] = [];
  const browser = {
    ...{ streams, now: 1000, isUp: true, opened: 0, caughtUp: [] as string[], asleep: new Set<number>() },
    missed: [] as LiveEvent[],
    openTab,
    pass,
    settle,
    say: (id: string, events: LiveEvent[]) =>
      streams.forEach(({ tab, heard }) => browser.asleep.has(tab) || heard(id, events)),
  };
  let tabs = 0;
  return browser;

  function openTab() {
    const tab = ++tabs;
    const told: LiveEvent[] = [];
    let isHidden = false;
    const world: LiveWorld = {
      open(since, heard, failed) {
        browser.opened += 1;
        const stream = { since, tab, heard, failed: () => (drop(stream), failed()) };
        if (browser.isUp) streams.push(stream);
        else void settle().then(failed);
        return () => drop(stream);
      },
      async catchUp(since) {
        browser.caughtUp.push(since);
        return browser.isUp ? { until: "z", events: browser.missed } : null;
      },
      channel: {
        post: (message) =>
          hearing.forEach((hear, other) => other !== tab && !browser.asleep.has(other) && hear(message)),
        listen(hear) {
          hearing.set(tab, hear);
          return () => hearing.delete(tab);
        },
      },
      lock: hasLocks ? lock : null,
      isHidden: () => isHidden,
      now: () => browser.now,
      random: () => 0.5,
      after(ms, work) {
        const key = {};
        timers.set(key, { at: browser.now + ms, work: () => browser.asleep.has(tab) || work() });
        return () => timers.delete(key);
      },
    };
    const live = createLiveTab(world);
    const leave = live.join("a", (event) => told.push(event));
    return {
      ...live,
      told,
      leave,
      hide: () => ((isHidden = true), live.hide()),
      show: () => ((isHidden = false), live.wake()),
    };
  }

  function drop(stream: object) {
    const at = streams.findIndex((other) => other === stream);
    if (at !== -1) streams.splice(at, 1);
  }

  function lock(how: "now" | "wait" | "steal", work: (isHeld: boolean) => Promise<void>): Promise<void> {
    if (how === "now" && holder) return work(false);
    if (how === "steal") holder?.lose();
    if (how === "steal") holder = null;
    return new Promise((resolve, reject) => {
      const begin = () => {
        const held = { end: resolve, lose: () => reject(new Error("stolen")) };
        holder = held;
        void work(true).then(() => {
          resolve();
          if (holder !== held) return;
          holder = null;
          queue.shift()?.();
        });
      };
      if (holder) queue.push(begin);
      else begin();
    });
  }

  async function pass(ms: number) {
    const until = browser.now + ms;
    for (;;) {
      await settle();
      const [next] = [...timers].sort(([, one], [, other]) => one.at - other.at);
      if (!next || next[1].at > until) break;
      browser.now = Math.max(browser.now, next[1].at);
      timers.delete(next[0]);
      next[1].work();
    }
    browser.now = until;
  }

  async function settle() {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

const one: LiveEvent = { kind: "standings", conference: "one", standings: [] };
const two: LiveEvent = { kind: "standings", conference: "two", standings: [] };

let browser: ReturnType<typeof fakeBrowser>;

beforeEach(() => {
  browser = fakeBrowser();
});

async function openTabs(count: number): Promise<(LiveTab & ReturnType<typeof browser.openTab>)[]> {
  const tabs = [];
  for (let n = 0; n < count; n += 1) {
    tabs.push(browser.openTab());
    await browser.settle();
  }
  return tabs;
}

describe("tabs of one browser", () => {
  it("hear the same through one stream, and catch up when they join", async () => {
    const [first, second, third] = await openTabs(3);

    browser.say("b", [one]);

    for (const tab of [first, second, third]) expect(tab?.told).toEqual([one]);
    expect(browser.streams.map(({ since }) => since)).toEqual(["a"]);
    expect(browser.caughtUp).toEqual(["a", "a"]);
  });

  it("go on from where they were when the tab that listens closes", async () => {
    const [first, second] = await openTabs(2);
    browser.missed = [];
    browser.say("zz", [one]);

    first?.stop();
    await browser.settle();

    expect(browser.streams.map(({ since, tab }) => [since, tab])).toEqual([["zz", 2]]);
    browser.say("zzz", [two]);
    expect(second?.told).toEqual([one, two]);
    expect(first?.told).toEqual([one]);
  });

  it("take over from a tab that the browser put to sleep, which queues again when it wakes", async () => {
    const [first, second] = await openTabs(2);
    browser.asleep.add(1);

    second?.show();
    await browser.pass(3000);

    expect(browser.streams.at(-1)?.tab).toBe(2);
    browser.asleep.delete(1);
    await browser.settle();
    second?.stop();
    await browser.settle();
    expect(browser.streams.map(({ tab }) => tab)).toEqual([1]);
    browser.say("zzz", [two]);
    expect(first?.told).toContain(two);
  });

  it("leave a tab that answers in its place", async () => {
    const [, second] = await openTabs(2);

    second?.show();
    await browser.pass(10_000);

    expect(browser.streams.map(({ tab }) => tab)).toEqual([1]);
  });

  it("let go when no page is left that hears", async () => {
    const [tab] = await openTabs(1);
    tab?.leave();
    await browser.pass(10_000);

    expect(browser.streams).toEqual([]);
  });
});

describe("a tab without a server", () => {
  it("tries again, further and further apart, at once when it is looked at, and goes on from the last it heard", async () => {
    const [tab] = await openTabs(1);
    browser.say("b", [one]);
    browser.isUp = false;
    browser.streams[0]?.failed();

    await browser.pass(60_000);
    const tries = browser.opened;
    expect(tries).toBeLessThan(9);
    await browser.pass(600_000);
    expect(browser.opened - tries).toBeLessThan(6);

    browser.isUp = true;
    tab?.show();
    await browser.settle();
    expect(browser.streams.map(({ since }) => since)).toEqual(["b"]);
  });

  it("comes back by itself after a sleep in which nobody said that the connection was gone", async () => {
    await openTabs(1);
    browser.say("b", []);

    await browser.pass(3 * 3_600_000);

    expect(browser.opened).toBeGreaterThan(1);
    expect(browser.streams.map(({ since }) => since)).toEqual(["b"]);
  });
});

describe("where browsers have no locks", () => {
  it("only the tab that is looked at listens", async () => {
    browser = fakeBrowser({ hasLocks: false });
    const [first] = await openTabs(1);
    browser.say("b", [one]);

    first?.hide();
    await browser.pass(5000);
    expect(browser.streams).toEqual([]);

    first?.show();
    await browser.settle();
    expect(browser.streams.map(({ since }) => since)).toEqual(["b"]);
  });
});
