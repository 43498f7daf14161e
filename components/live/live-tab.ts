import type { LiveEvent } from "@/lib/live/types";

/** What the one that listens passes on to the other tabs; a tab that came back asks whether it is there. */
type Passed = { id: string; events: LiveEvent[] } | "ping";

/** What of a browser a tab needs, so that tests can turn its clock and cut its lines. */
export type LiveWorld = {
  /** Opens a stream from a moment on; `failed` ends it, whatever the reason. */
  open: (since: string, heard: (id: string, events: LiveEvent[]) => void, failed: () => void) => () => void;
  /** What changed since a moment; null when there was no answer. */
  catchUp: (since: string) => Promise<{ until: string; events: LiveEvent[] } | null>;
  /** Tells the other tabs of the same person and team. */
  channel: { post: (message: Passed) => void; listen: (hear: (message: Passed) => void) => () => void };
  /** Holds a lock of the browser until the work ends; without one (plain http) each tab that is looked at listens. */
  lock: ((how: "now" | "wait" | "steal", work: (isHeld: boolean) => Promise<void>) => Promise<void>) | null;
  isHidden: () => boolean;
  now: () => number;
  random: () => number;
  after: (ms: number, work: () => void) => () => void;
};

const SECOND = 1000;
const FIRST_RETRY = SECOND;
const SLOWEST_RETRY = 300 * SECOND;
/** The server shows a sign of life every twenty seconds. */
const SILENCE = 50 * SECOND;
const LOOK = 15 * SECOND;
const PONG = 2 * SECOND;
/** Without locks: how long after being hidden a tab stops listening. Six open connections would block the browser. */
const HIDDEN = 3 * SECOND;

export type LiveTab = {
  join: (since: string, hear: (event: LiveEvent) => void) => () => void;
  /** The tab is looked at again, is back online, or comes out of the browser's cache. */
  wake: () => void;
  hide: () => void;
  /** Stops listening and lets another tab do it. */
  stop: () => void;
};

/** One tab of a person and team: listens itself, or to the tab that does. */
export function createLiveTab(world: LiveWorld): LiveTab {
  const hearers = new Set<(event: LiveEvent) => void>();
  /** The moment up to which everything was heard. */
  let last = "";
  let lastHeard = 0;
  let failures = 0;
  let isLeader = false;
  let isRunning = false;
  let letGo: (() => void) | null = null;
  let close: (() => void) | null = null;
  let unlisten = () => {};
  const timers = { retry: () => {}, look: () => {}, pong: () => {}, hide: () => {}, stop: () => {} };
  /** While catching up what is heard waits, so that what is older never comes after what is newer. */
  let catching = 0;
  const waiting: LiveEvent[][] = [];

  return {
    join(since, hear) {
      hearers.add(hear);
      timers.stop();
      if (isRunning) {
        void catchUp(since);
      } else {
        if (last === "" || since < last) last = since;
        start();
      }
      return () => {
        hearers.delete(hear);
        // The next page of the team usually joins at once.
        if (hearers.size === 0) timers.stop = world.after(5 * SECOND, stop);
      };
    },
    wake() {
      timers.hide();
      if (hearers.size === 0) return;
      if (!isRunning) return start();
      if (!isLeader) return askLeader();
      if (!close) connect();
      else if (world.now() - lastHeard > SILENCE) reconnect();
    },
    hide() {
      if (!world.lock) timers.hide = world.after(HIDDEN, stop);
    },
    stop,
  };

  function start() {
    const { lock } = world;
    if (!lock && world.isHidden()) return;
    isRunning = true;
    unlisten = world.channel.listen(hearChannel);
    if (!lock) return lead();
    run(lock("now", async (isHeld) => (isHeld ? hold() : void catchUp(last))).then(() => !isLeader && queue()));
  }

  /** Waits for whoever listens to go. */
  function queue() {
    if (isRunning && world.lock) run(world.lock("wait", hold));
  }

  /** Listens until it lets go, or another tab takes the lock because this one slept. */
  function hold(): Promise<void> {
    if (!isRunning) return Promise.resolve();
    lead();
    return new Promise((resolve) => (letGo = resolve));
  }

  function run(held: Promise<unknown>) {
    held.catch(() => {
      if (!isLeader) return;
      unlead();
      queue();
    });
  }

  function lead() {
    isLeader = true;
    failures = 0;
    connect();
    look();
  }

  function unlead() {
    isLeader = false;
    close?.();
    close = null;
    timers.retry();
    timers.look();
  }

  function stop() {
    if (!isRunning) return;
    isRunning = false;
    for (const cancel of Object.values(timers)) cancel();
    unlisten();
    unlead();
    letGo?.();
    letGo = null;
  }

  function connect() {
    timers.retry();
    lastHeard = world.now();
    close = world.open(
      last,
      (id, events) => {
        failures = 0;
        world.channel.post({ id, events });
        heard(id, events);
      },
      () => {
        close = null;
        const wait = Math.min(SLOWEST_RETRY, FIRST_RETRY * 2 ** failures) * (0.5 + world.random());
        failures += 1;
        timers.retry = world.after(wait, connect);
      },
    );
  }

  function reconnect() {
    close?.();
    connect();
  }

  /** A connection that died in the computer's sleep does not say so. */
  function look() {
    timers.look = world.after(LOOK, () => {
      if (close && world.now() - lastHeard > SILENCE) reconnect();
      look();
    });
  }

  function hearChannel(message: Passed) {
    if (message !== "ping") return heard(message.id, message.events);
    if (isLeader) world.channel.post({ id: last, events: [] });
  }

  /** Some browsers put the tab that listens to sleep; then this one takes over. */
  function askLeader() {
    const asked = world.now();
    void catchUp(last);
    world.channel.post("ping");
    timers.pong();
    timers.pong = world.after(PONG, () => {
      if (lastHeard < asked && isRunning && !isLeader && world.lock) run(world.lock("steal", hold));
    });
  }

  function heard(id: string, events: LiveEvent[]) {
    lastHeard = world.now();
    if (id > last) last = id;
    if (catching > 0) waiting.push(events);
    else tell(events);
  }

  async function catchUp(since: string) {
    catching += 1;
    const answer = await world.catchUp(since);
    catching -= 1;
    if (answer && hearers.size > 0) {
      if (answer.until > last) last = answer.until;
      tell(answer.events);
    }
    if (catching === 0) for (const events of waiting.splice(0)) tell(events);
  }

  function tell(events: LiveEvent[]) {
    for (const event of events) for (const hear of hearers) hear(event);
  }
}
