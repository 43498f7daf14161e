import { post, refusalOf, type Answer, type Reply } from "@/components/announcements/send-mark";
import type { Cast } from "@/lib/voting/types";

import type { Part } from "./outbox-entry";
import type { Outcome } from "./outbox-types";

/** Notes that are restored travel along: so much of them fits into what the door reads at once. */
const MAX_NOTES = 12_000;

/** Posts wishes for many announcements; what the door's answer leaves out was not stored. */
export async function sendMarks(door: string, parts: readonly Part[]): Promise<Outcome> {
  const answers = new Map<string, Answer>();
  for (const some of inPortions(parts)) {
    const reply = await post<ManyBody>(door, fields(some));
    // What an earlier portion stored is sent again, which changes nothing.
    if (reply.kind === "unanswered") return reply;
    take(reply, some, answers);
  }
  return { kind: "answered", answers };
}

type ManyBody = {
  detail?: string;
  answers?: { announcementId: string; stored?: Cast; detail?: string; closedAt?: string }[];
};

function take(
  reply: Extract<Reply<{ isOk: boolean; body: ManyBody }>, { kind: "answered" }>,
  parts: readonly Part[],
  into: Map<string, Answer>,
) {
  const { isOk, body } = reply.answer;
  if (!isOk) for (const { id } of parts) into.set(id, refusalOf(body));
  for (const { announcementId, stored, detail, closedAt } of body.answers ?? []) {
    if (!stored) {
      into.set(announcementId, refusalOf({ ...(detail && { detail }), ...(closedAt && { closedAt }) }));
      continue;
    }
    const { previous, ...marked } = stored;
    into.set(announcementId, { ok: true, stored: marked, previous });
  }
}

function fields(parts: readonly Part[]): URLSearchParams {
  const sent = new URLSearchParams();
  for (const { id, wish } of parts) {
    sent.append("each", `${id}:${wish.mark ?? ""}`);
    if (wish.note) sent.append(`note:${id}`, wish.note.text);
  }
  return sent;
}

function* inPortions(parts: readonly Part[]): Generator<Part[]> {
  let portion: Part[] = [];
  let notes = 0;
  for (const part of parts) {
    const length = part.wish.note?.text.length ?? 0;
    if (portion.length > 0 && notes + length > MAX_NOTES) {
      yield portion;
      [portion, notes] = [[], 0];
    }
    portion.push(part);
    notes += length;
  }
  yield portion;
}
