import type { LiveEvent } from "@/lib/live/types";

import type { LiveScopeOf } from "./live-scope";
import { createLiveTab, type LiveTab, type LiveWorld } from "./live-tab";

const tabs = new Map<string, LiveTab>();

/** Has a page hear what changes in its team from a moment on; gives what ends that. For the browser only. */
export function join(scope: LiveScopeOf, since: string, hear: (event: LiveEvent) => void): () => void {
  const name = `debrief-live/${scope.person}/${scope.team}`;
  const tab = tabs.get(name) ?? openTab(name, scope);
  tabs.set(name, tab);
  return tab.join(since, hear);
}

function openTab(name: string, { team, person }: LiveScopeOf): LiveTab {
  const address = (since: string) => `/api/live?${new URLSearchParams({ team, as: person, since })}`;
  const channel = new BroadcastChannel(name);
  const { locks } = navigator;
  const tab = createLiveTab({
    open: (since, heard, failed) => openSource(address(since), heard, failed),
    catchUp: (since) => askOnce(address(since)),
    channel: {
      post: (message) => channel.postMessage(message),
      listen(hear) {
        const take = ({ data }: MessageEvent) => hear(data);
        channel.addEventListener("message", take);
        return () => channel.removeEventListener("message", take);
      },
    },
    lock: locks ? (how, work) => locks.request(name, LOCKS[how], (lock) => work(lock !== null)) : null,
    isHidden: () => document.hidden,
    now: Date.now,
    random: Math.random,
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  follow(tab);
  return tab;
}

const LOCKS = { now: { ifAvailable: true }, wait: {}, steal: { steal: true } } as const;

function openSource(...[address, heard, failed]: [string, ...LiveArguments]): () => void {
  const source = new EventSource(address);
  source.onmessage = ({ lastEventId, data }: MessageEvent<string>) => heard(lastEventId, JSON.parse(data));
  // The browser would try again by itself at once and for ever, and not at all after a refusal.
  source.onerror = () => {
    source.close();
    failed();
  };
  return () => source.close();
}

type LiveArguments = Parameters<LiveWorld["open"]> extends [string, ...infer Rest] ? Rest : never;

async function askOnce(address: string): ReturnType<LiveWorld["catchUp"]> {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function follow(tab: LiveTab) {
  document.addEventListener("visibilitychange", () => (document.hidden ? tab.hide() : tab.wake()));
  addEventListener("online", tab.wake);
  // A page that leaves goes into the browser's cache only without connections, and may come back from there.
  addEventListener("pagehide", tab.stop);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) tab.wake();
  });
}
