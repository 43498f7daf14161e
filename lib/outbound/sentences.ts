import type { Problem } from "@/lib/errors/problem";

/** What a status that is no success means to the person who gave the address. */
export function statusProblem(status: number, retryAfter: number | null): Problem {
  const later = retryAfter === null ? {} : { retryAfter };
  if (status === 429) {
    return {
      kind: "rate-limited",
      message: "The address answers 429: it was asked too often. Try again later.",
      ...later,
    };
  }
  return { kind: "invalid", message: `The address answers ${status}: ${STATUS[status] ?? byClass(status)}`, ...later };
}

/** What broke a connection, by Node's error code. */
export function connectionProblem(error: unknown, host: string): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return { kind: "invalid", message: sentenceFor(code, host) };
}

/** When a server asks to come back: seconds or a date in Retry-After, as seconds from now and at most a week. */
export function secondsUntil(retryAfter: string | undefined, now: Date): number | null {
  if (retryAfter === undefined) return null;
  const seconds = /^\d+$/.test(retryAfter.trim())
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - now.getTime()) / 1000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), WEEK) : null;
}

const WEEK = 7 * 24 * 3600;

const STATUS: Record<number, string> = {
  401: "it asks for a sign-in, which a server cannot give. Save the file and upload it.",
  403: "it does not let the server read it. Save the file and upload it.",
  404: "nothing is there. Check it.",
  410: "what was there is gone for good. Look for a new address.",
};

function byClass(status: number): string {
  return status >= 500
    ? "the server there has a problem of its own. Try again later."
    : "nothing can be read. Check it.";
}

function sentenceFor(code: string, host: string): string {
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `There is no server named ${host}. Check the address.`;
  if (code === "ECONNREFUSED") return `${host} does not accept connections. Check the address, or try again later.`;
  if (/^(EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(code)) return `${host} cannot be reached. Try again later.`;
  if (/CERT|SIGNATURE|SELF_SIGNED|TLS|SSL|EPROTO/.test(code)) {
    return `The secure connection to ${host} cannot be trusted (${code}). Ask whoever runs that server.`;
  }
  if (code === "HPE_HEADER_OVERFLOW" || code.startsWith("HPE_"))
    return `${host} does not answer as a web server does. Check the address.`;
  if (code.startsWith("Z_") || code.startsWith("ERR__ERROR_FORMAT") || code === "ERR_BROTLI") {
    return `What ${host} sends cannot be unpacked. Try again later.`;
  }
  return `The connection to ${host} broke off. Try again later.`;
}
