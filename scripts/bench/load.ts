import { readdirSync, readFileSync } from "node:fs";

import autocannon from "autocannon";

export type Target = {
  name: string;
  url: string;
  /** The process that answers, for its CPU time. */
  pid: number;
  headers?: Record<string, string>;
  /** Bodies sent in turn; without any the target is read with GET. */
  bodies?: string[];
};

export type Figures = { perSecond: number; p50: number; p99: number; cpuMs: number; failed: number };

const CONNECTIONS = 8;
const ROUNDS = 5;
const SECONDS = 3;

/**
 * Loads every target for a few seconds in turn, five rounds, and gives each one's median: what the machine does
 * meanwhile hits all of them alike, so their ratios hold even where single figures do not.
 */
export async function measure(targets: readonly Target[]): Promise<Map<string, Figures>> {
  const rounds = new Map<string, Figures[]>(targets.map(({ name }) => [name, []]));
  for (const target of targets) await load(target, 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const target of targets) rounds.get(target.name)?.push(await load(target, SECONDS));
  }
  return new Map([...rounds].map(([name, figures]) => [name, medianOf(figures)]));
}

async function load({ url, pid, headers, bodies }: Target, seconds: number): Promise<Figures> {
  const cpuBefore = cpuMsOf(pid);
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    ...(headers && { headers }),
    ...(bodies && { requests: bodies.map((body) => ({ method: "POST" as const, body })) }),
  });
  const cpu = cpuMsOf(pid) - cpuBefore;
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: cpu / Math.max(1, result.requests.total),
    failed: result.errors + result.timeouts + result.non2xx,
  };
}

function medianOf(figures: readonly Figures[]): Figures {
  const pick = (of: (one: Figures) => number) => median(figures.map(of));
  return {
    perSecond: pick((one) => one.perSecond),
    p50: pick((one) => one.p50),
    p99: pick((one) => one.p99),
    cpuMs: pick((one) => one.cpuMs),
    failed: figures.reduce((sum, one) => sum + one.failed, 0),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** CPU time of a process and its children so far, from Linux's /proc in ticks of 10 ms; 0 where there is none. */
function cpuMsOf(pid: number): number {
  return descendants(pid).reduce((sum, one) => sum + ticks(one) * 10, 0);
}

function ticks(pid: number): number {
  const fields = statOf(pid);
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

function descendants(root: number): number[] {
  const parents = new Map(processes().map((pid) => [pid, Number(statOf(pid)[1] ?? 0)]));
  const family = [root];
  for (const member of family) {
    for (const [pid, parent] of parents) if (parent === member) family.push(pid);
  }
  return family;
}

function processes(): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** The fields of /proc/PID/stat behind the command's name, which may hold spaces: state, parent, … */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return [];
  }
}
