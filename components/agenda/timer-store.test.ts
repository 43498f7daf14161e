import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { createTimerStore } from "./timer-store";

function setUp() {
  const rows = new Map<string, string>();
  const storage = {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
  };
  const open = (key = "a") => createTimerStore({ storage, key, minutes: 5, now: Date.now });
  return { rows, storage, open };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a timer's store", () => {
  it("tells its follower once a second", () => {
    const store = setUp().open();
    const told = vi.fn();
    store.subscribe(told);

    vi.advanceTimersByTime(3_000);

    expect(told).toHaveBeenCalledTimes(3);
    expect(store.snapshot()).toEqual({ left: 297_000, isRunning: true });
  });

  it("goes on through a reload, which nobody is told of beforehand", () => {
    const { open } = setUp();
    open().subscribe(() => {});
    vi.advanceTimersByTime(60_000);

    expect(open().snapshot().left).toBe(240_000);
  });

  it("rests while its announcement is not shown, and each has its own", () => {
    const { open } = setUp();
    const leave = open("a").subscribe(() => {});
    vi.advanceTimersByTime(60_000);
    leave();
    vi.advanceTimersByTime(600_000);

    const again = open("a");
    again.subscribe(() => {});
    vi.advanceTimersByTime(1_000);

    expect(again.snapshot().left).toBe(239_000);
    expect(open("b").snapshot().left).toBe(300_000);
  });

  it("is held and let go, with a minute more", () => {
    const store = setUp().open();
    store.subscribe(() => {});
    store.toggle();
    vi.advanceTimersByTime(90_000);
    store.addMinute();

    expect(store.snapshot()).toEqual({ left: 360_000, isRunning: false });
    store.toggle();
    expect(store.snapshot().isRunning).toBe(true);
  });

  it("works without storage, and with nonsense in it", () => {
    const storage = {
      getItem: () => "{nonsense",
      setItem: () => {
        throw new Error("The quota is exceeded.");
      },
    };
    const store = createTimerStore({ storage, key: "a", minutes: 1, now: Date.now });
    store.subscribe(() => {});
    store.toggle();

    expect(store.snapshot()).toEqual({ left: 60_000, isRunning: false });
  });
});
