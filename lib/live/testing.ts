import { setTimeout as pause } from "node:timers/promises";

import type { TeamViewer } from "@/lib/identity/types";

import type { Hub } from "./hub";
import type { LiveEvent, Standing } from "./types";

/** An open page of a test: what its stream said, as events and as bytes. */
export type OpenPage = {
  events: LiveEvent[];
  /** Everything that came, with the moments left out, which differ between any two runs. */
  text: () => string;
  lastId: () => string | null;
  isEnded: () => boolean;
  /** The standings that came, the latest last. */
  standings: () => Standing[];
  /** Waits until what was told satisfies it; fails after ten seconds. */
  until: (isTold: (page: OpenPage) => boolean) => Promise<void>;
  close: () => Promise<void>;
};

/** Opens a stream of a hub as a page does. */
export async function openPage(hub: Hub, viewer: TeamViewer, since: number | null = null): Promise<OpenPage> {
  const opened = await hub.open(viewer, since);
  if (!opened.ok) throw new Error(opened.problem.message);
  const reader = opened.value.body.getReader();
  const page = collect();
  void (async () => {
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return page.end();
      page.take(decoder.decode(value, { stream: true }));
    }
  })();
  return { ...page.read, close: () => reader.cancel() };
}

function collect() {
  const events: LiveEvent[] = [];
  let text = "";
  let lastId: string | null = null;
  let isEnded = false;
  const read: Omit<OpenPage, "close"> = {
    events,
    text: () => text,
    lastId: () => lastId,
    isEnded: () => isEnded,
    standings: () => events.flatMap((event) => (event.kind === "standings" ? event.standings : [])),
    async until(isTold) {
      for (let waited = 0; waited < 10_000; waited += 5) {
        if (isTold({ ...read, close: () => Promise.resolve() })) return;
        await pause(5);
      }
      throw new Error(`Not told within 10 s; what came: ${text}`);
    },
  };
  return {
    read,
    // Frames are sent whole, and so arrive.
    take(chunk: string) {
      lastId = /^id: (.*)$/m.exec(chunk)?.[1] ?? lastId;
      text += chunk.replaceAll(/^id: .*\n/gm, "");
      for (const [, data = "[]"] of chunk.matchAll(/^data: (.*)$/gm)) events.push(...JSON.parse(data));
    },
    end: () => void (isEnded = true),
  };
}
