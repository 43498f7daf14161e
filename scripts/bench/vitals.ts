import type { Browser, Page } from "@playwright/test";

/** What a browser with an empty cache sees of a page; times in ms, sizes in bytes over the wire. */
export type Vitals = {
  firstPaint: number;
  largestPaint: number;
  /** Sum of what long tasks take beyond 50 ms each. */
  blocked: number;
  /** Layout shift score; nothing may move while loading. */
  shift: number;
  script: number;
  requests: number;
};

export type Visited = { name: string; url: string; cookie?: { name: string; value: string } };

const RUNS = 5;
/** After the page is loaded, for what starts late; the network is never quiet while a page hears what others do. */
const SETTLE = 1500;

/** The median of five visits, each with a browser context of its own, on a processor slowed down by `slowdown`. */
export async function vitalsOf(browser: Browser, visited: Visited, slowdown: number): Promise<Vitals> {
  const runs: Vitals[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await visit(browser, visited, slowdown));
  const median = (of: (one: Vitals) => number) => runs.map(of).toSorted((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
  return {
    firstPaint: median((one) => one.firstPaint),
    largestPaint: median((one) => one.largestPaint),
    blocked: median((one) => one.blocked),
    shift: median((one) => one.shift),
    script: median((one) => one.script),
    requests: median((one) => one.requests),
  };
}

async function visit(browser: Browser, { url, cookie }: Visited, slowdown: number): Promise<Vitals> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    if (cookie) await context.addCookies([{ ...cookie, url: new URL(url).origin }]);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await devtools.send("Network.enable");
    const sizes = followScripts(devtools);
    // What runs this script names functions through a helper of its own, which a page does not have.
    await page.addInitScript({ content: "globalThis.__name = (named) => named;" });
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(SETTLE);
    return { ...(await readObserved(page)), ...sizes() };
  } finally {
    await context.close();
  }
}

type DevTools = Awaited<ReturnType<ReturnType<Page["context"]>["newCDPSession"]>>;

/** Counts requests, and the bytes of those that are scripts. */
function followScripts(devtools: DevTools): () => { script: number; requests: number } {
  const scripts = new Set<string>();
  let [script, requests] = [0, 0];
  devtools.on("Network.responseReceived", ({ requestId, type }) => {
    requests += 1;
    if (type === "Script") scripts.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  return () => ({ script, requests });
}

type Observed = Pick<Vitals, "firstPaint" | "largestPaint" | "blocked" | "shift">;

/** Runs in the page before anything of its own. */
function observe(): void {
  const seen = { firstPaint: 0, largestPaint: 0, blocked: 0, shift: 0 };
  Object.assign(globalThis, { observed: seen });
  const follow = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  follow("paint", (entry) => {
    if (entry.name === "first-contentful-paint") seen.firstPaint = entry.startTime;
  });
  follow("largest-contentful-paint", (entry) => (seen.largestPaint = entry.startTime));
  follow("longtask", (entry) => (seen.blocked += Math.max(0, entry.duration - 50)));
  follow("layout-shift", (entry) => {
    if ("value" in entry && typeof entry.value === "number") seen.shift += entry.value;
  });
}

async function readObserved(page: Page): Promise<Observed> {
  return page.evaluate(() => (globalThis as typeof globalThis & { observed: Observed }).observed);
}
