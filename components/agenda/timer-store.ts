import { addMinute, leaveTimer, readTimer, returnTimer, startTimer, timeLeft, toggleTimer, type Timer } from "./timer";

/** What of a time box is shown: whole seconds, so that nothing is drawn in between. */
export type ShownTime = {
  /** Milliseconds left, in whole seconds; below nought once the time is over. */
  left: number;
  isRunning: boolean;
};

/** The time box that is shown, how to follow it, and what can be done with it. */
export type TimerStore = {
  snapshot: () => ShownTime;
  /** It runs while somebody follows it, and rests while nobody does. */
  subscribe: (listener: () => void) => () => void;
  toggle: () => void;
  addMinute: () => void;
};

type Place = {
  storage: Pick<Storage, "getItem" | "setItem">;
  /** Under which name it is kept, so that a reload finds it. */
  key: string;
  minutes: number;
  now: () => number;
};

/** Often enough that no second is skipped. */
const LOOK_EVERY_MS = 200;

/** The time box of one announcement of a meeting, kept for this tab. */
export function createTimerStore({ storage, key, minutes, now }: Place): TimerStore {
  let timer = kept() ?? startTimer(minutes, now());
  let shown = look();
  const listeners = new Set<() => void>();
  let looking: ReturnType<typeof setInterval> | undefined;

  return {
    snapshot: () => shown,
    subscribe(listener) {
      if (listeners.size === 0) {
        change(returnTimer(timer, now()));
        looking = setInterval(tell, LOOK_EVERY_MS);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(looking);
        change(leaveTimer(timer, now()));
      };
    },
    toggle: () => change(toggleTimer(timer, now())),
    addMinute: () => change(addMinute(timer, now())),
  };

  function change(to: Timer) {
    timer = to;
    try {
      storage.setItem(key, JSON.stringify(to));
    } catch {
      // A tab without storage keeps the time until it is reloaded.
    }
    tell();
  }

  function tell() {
    const next = look();
    if (next.left === shown.left && next.isRunning === shown.isRunning) return;
    shown = next;
    for (const listener of listeners) listener();
  }

  function look(): ShownTime {
    return { left: Math.ceil(timeLeft(timer, now()) / 1000) * 1000, isRunning: timer.state === "running" };
  }

  function kept(): Timer | null {
    try {
      return readTimer(JSON.parse(storage.getItem(key) ?? "null"));
    } catch {
      return null;
    }
  }
}
