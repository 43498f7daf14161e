import type { Choice, Marked, Mine } from "@/lib/voting/types";

/** What is wanted for one row: a mark, a note, or both. A note without `was` replaces whatever is stored. */
export type Wish = { mark?: Choice | "withdraw"; note?: { text: string; was?: string | undefined } };

export type Answer =
  | {
      ok: true;
      stored: Marked;
      /** One's mark right before, when the server said. */
      previous?: Mine | null | undefined;
      /** A sentence about what had changed since the page showed it. */
      told?: string;
    }
  | {
      ok: false;
      /** Why, and what to do. */
      message: string;
      /** In a conflict: the note that is stored. */
      storedNote?: string | undefined;
      /** When the round closed, in ISO 8601: nothing can be stored until it is reopened. */
      closedAt?: string | undefined;
    };

/** An answer, or that there was none: then nobody knows whether it was stored, and sending it again does no harm. */
export type Reply<A> =
  { kind: "answered"; answer: A } | { kind: "unanswered"; reason: "no-answer" | "signed-out"; afterMs?: number };

/** Two wishes for a row as one: the later mark, the later note as a change of what the earlier one would have changed. */
export function joinWishes(earlier: Wish, later: Wish): Wish {
  if (later.mark === "withdraw") return later;
  const mark = later.mark ?? earlier.mark;
  const note = later.note ? { text: later.note.text, was: (earlier.note ?? later.note).was } : earlier.note;
  return { ...(mark && { mark }), ...(note && { note }) };
}

/** Posts a wish to the door for marks. An answer that is no answer, or none at all, is a refusal with a sentence. */
export async function sendMark(door: string, id: string, wish: Wish): Promise<Answer> {
  const reply = await postMark(door, id, wish);
  return reply.kind === "answered" ? reply.answer : { ok: false, message: NO_ANSWER };
}

/** Posts a wish to the door for marks, and tells an answer from none. */
export async function postMark(door: string, id: string, wish: Wish): Promise<Reply<Answer>> {
  const reply = await post<MarkBody>(door, wishFields(id, wish));
  if (reply.kind === "unanswered") return reply;
  const { isOk, body } = reply.answer;
  if (!isOk) return { kind: "answered", answer: refusalOf(body) };
  const { previous, withdrawn, ...stored } = body;
  return { kind: "answered", answer: { ok: true, stored, previous: previous ?? withdrawn } };
}

/** What a refusal says, from its problem details. */
export function refusalOf(body: {
  detail?: string;
  stored?: string;
  closedAt?: string;
}): Extract<Answer, { ok: false }> {
  return { ok: false, message: body.detail ?? NO_ANSWER, storedNote: body.stored, closedAt: body.closedAt };
}

/**
 * Posts fields and reads the JSON that comes back. A server that is busy or failing, a network that shows a page of its
 * own, and silence are no answer; being signed out is none about the marks either.
 */
export async function post<Body extends object>(
  door: string,
  body: URLSearchParams,
): Promise<Reply<{ isOk: boolean; body: Body }>> {
  try {
    const response = await fetch(door, {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 401) return { kind: "unanswered", reason: "signed-out" };
    if (response.status >= 500 || BUSY.includes(response.status)) return unanswered(response);
    const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
    if (response.ok && !isJson) return unanswered(response);
    return { kind: "answered", answer: { isOk: response.ok, body: isJson ? await response.json() : {} } };
  } catch {
    return { kind: "unanswered", reason: "no-answer" };
  }
}

/** The fields that the door's answers may have; `lib/voting/types.ts` says what they mean. */
type MarkBody = Marked & {
  previous?: Mine | null;
  withdrawn?: Mine | null;
  detail?: string;
  stored?: string;
  closedAt?: string;
};

const TIMEOUT_MS = 20_000;
const BUSY: readonly number[] = [408, 425, 429];
const NO_ANSWER = "Not stored: Debrief did not answer. Check the connection and retry.";

/** Retry-After in seconds or as a date, RFC 9110. */
function unanswered({ headers }: Response): Extract<Reply<never>, { kind: "unanswered" }> {
  const given = headers.get("Retry-After") ?? "";
  const seconds = /^\d+$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1000;
  return { kind: "unanswered", reason: "no-answer", ...(seconds > 0 && { afterMs: Math.min(seconds, 3600) * 1000 }) };
}

function wishFields(id: string, { mark, note }: Wish): URLSearchParams {
  const fields = new URLSearchParams(mark ? { mark: `${id}:${mark}` } : { announcementId: id });
  if (note) fields.set("note", note.text);
  if (note?.was !== undefined) fields.set("was", note.was);
  return fields;
}
