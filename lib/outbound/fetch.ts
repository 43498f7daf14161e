import "server-only";

import type { IncomingMessage } from "node:http";

import { ok, refuse, type Result } from "@/lib/errors/problem";

import { checkAddress, hostOf } from "./address";
import { readBody } from "./body";
import { openConnection } from "./connection";
import { configuredPolicy, type Policy } from "./policy";
import { Refused } from "./refused";
import { connectionProblem, secondsUntil, statusProblem } from "./sentences";
import { Turns } from "./turns";

export type OutboundOptions = {
  /** Of the body, both as it arrives and unpacked; 5 MB. */
  maxBytes?: number;
  /** For everything together, redirects and a slow body included; 20 seconds. */
  timeoutMs?: number;
  /** 5. */
  maxRedirects?: number;
  /** Names in lower case. What signs somebody in is not carried over to another origin. */
  headers?: Readonly<Record<string, string>>;
};

export type OutboundAnswer = {
  /** 200 to 299, or 304 when the headers asked whether anything changed. */
  status: number;
  /** By lower-case name; several of one name are joined with commas. */
  headers: Readonly<Record<string, string>>;
  bytes: Uint8Array;
  /** Where the last redirect led. */
  url: string;
};

const DEFAULTS = { maxBytes: 5 * 1024 * 1024, timeoutMs: 20_000, maxRedirects: 5, headers: {} };
const ALWAYS = { "user-agent": "Debrief", accept: "*/*", "accept-encoding": "gzip, br" };
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What must not reach another origin than the one it was meant for. */
const CREDENTIALS = new Set(["authorization", "cookie", "proxy-authorization"]);

/** More at once would let one team's addresses take the memory and sockets of everybody. */
const turns = new Turns({ atOnce: 6, waiting: 60 });

/**
 * Reads a web address: the one way in which anything leaves the server. Answers bytes and headers, or a problem with a
 * sentence for the person who gave the address; `retryAfter` in seconds where the server there asks for it. Private
 * networks are refused unless configured, also behind redirects and names that change what they point to; see
 * docs/decisions/0009.
 */
export async function outboundFetch(
  address: string,
  options: OutboundOptions = {},
  policy: Policy = configuredPolicy(),
): Promise<Result<OutboundAnswer>> {
  const limits = { ...DEFAULTS, ...options };
  const answer = await turns.take(() => follow(address, limits, policy));
  return (
    answer ??
    refuse("rate-limited", "Too many addresses are being read at once. Try again in a minute.", { retryAfter: 60 })
  );
}

type Limits = Required<OutboundOptions>;

async function follow(address: string, limits: Limits, policy: Policy): Promise<Result<OutboundAnswer>> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let headers: Record<string, string> = { ...ALWAYS, ...limits.headers };
  let next = address;
  for (let redirects = 0; redirects <= limits.maxRedirects; redirects += 1) {
    const checked = checkAddress(next, policy.allowed);
    if (!checked.ok) return redirects === 0 ? checked : redirectedTo(checked.problem.message);
    const url = checked.value;
    try {
      const response = await openConnection(url, { headers, policy, signal });
      const target = redirectTarget(response, url);
      if (target === null) return await answerFrom(response, url, limits.maxBytes, signal);
      response.destroy();
      if (target.origin !== url.origin) headers = withoutCredentials(headers);
      next = target.href;
    } catch (error) {
      if (signal.aborted) return refuse("invalid", tooSlow(hostOf(url), limits.timeoutMs));
      if (error instanceof Refused && redirects > 0) return redirectedTo(error.problem.message);
      return { ok: false, problem: error instanceof Refused ? error.problem : connectionProblem(error, hostOf(url)) };
    }
  }
  return refuse("invalid", `The address is redirected more than ${limits.maxRedirects} times. Use the one it ends at.`);
}

function redirectTarget(response: IncomingMessage, url: URL): URL | null {
  const { location } = response.headers;
  if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined) return null;
  if (URL.canParse(location, url.href)) return new URL(location, url);
  response.destroy();
  throw new Refused({
    kind: "invalid",
    message: "The address is redirected to something that is no web address. Check it.",
  });
}

function redirectedTo(message: string): Result<never> {
  return refuse("invalid", `The address is redirected. ${message}`);
}

function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !CREDENTIALS.has(name.toLowerCase())));
}

async function answerFrom(
  response: IncomingMessage,
  url: URL,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Result<OutboundAnswer>> {
  const status = response.statusCode ?? 0;
  const headers = joined(response);
  if (status === 304) {
    response.destroy();
    return ok({ status, headers, bytes: new Uint8Array(), url: url.href });
  }
  if (status < 200 || status > 299) {
    response.destroy();
    return { ok: false, problem: statusProblem(status, secondsUntil(headers["retry-after"], new Date())) };
  }
  return ok({ status, headers, bytes: await readBody(response, { maxBytes, signal }), url: url.href });
}

function joined({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}

function tooSlow(host: string, timeoutMs: number): string {
  return `${host} did not answer in full within ${Math.ceil(timeoutMs / 1000)} seconds. Try again later.`;
}
