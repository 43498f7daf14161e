import type { TriageWorld, Wanted } from "./triage-types";

/** How long a mark's fill shows before the next card comes: long enough to be seen, too short to wait for. */
const PAUSE_MS = 160;

/** What is put off is tried again for as long as a tunnel takes. */
const TRIES = 20;
const RETRY_MS = 3_000;

/** The browser as the store of a triage needs it; `base` is the address of triage, `query` its order. */
export function browserWorld(base: string, query: string): TriageWorld {
  return {
    async load(wanted: Wanted) {
      const fields = new URLSearchParams(query);
      for (const [name, value] of Object.entries(wanted)) if (value !== null) fields.set(name, String(value));
      try {
        const response = await fetch(`${base}/cards?${fields}`, { headers: { Accept: "application/json" } });
        return response.ok ? await response.json() : null;
      } catch {
        return null;
      }
    },
    async putOff(id, isPutOff) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const status = await postLater(`${base}/later`, id, isPutOff);
        if (status !== null && status < 500) return status < 300;
        await backOnline();
      }
      return false;
    },
    pause: () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : PAUSE_MS),
    now: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}

async function postLater(door: string, id: string, isPutOff: boolean): Promise<number | null> {
  const body = new URLSearchParams({ later: id, ...(!isPutOff && { back: "1" }) });
  try {
    return (await fetch(door, { method: "POST", headers: { Accept: "application/json" }, body })).status;
  } catch {
    return null;
  }
}

/** When the connection is back, or after a while. */
function backOnline(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(go, RETRY_MS);
    function go() {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    }
    addEventListener("online", go);
  });
}
