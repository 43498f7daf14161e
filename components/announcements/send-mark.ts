import type { Choice, Withdrawn } from "@/lib/voting/types";

/** What is wanted for one row: a mark, a note, or both. A note without `was` replaces whatever is stored. */
export type Wish = { mark?: Choice | "withdraw"; note?: { text: string; was?: string | undefined } };

export type Answer =
  | { ok: true; stored: Omit<Withdrawn, "withdrawn"> }
  | {
      ok: false;
      /** Why, and what to do. */
      message: string;
      /** In a conflict: the note that is stored. */
      storedNote?: string | undefined;
    };

/** Two wishes for a row as one: the later mark, the later note as a change of what the earlier one would have changed. */
export function joinWishes(earlier: Wish, later: Wish): Wish {
  if (later.mark === "withdraw") return later;
  const mark = later.mark ?? earlier.mark;
  const note = later.note ? { text: later.note.text, was: (earlier.note ?? later.note).was } : earlier.note;
  return { ...(mark && { mark }), ...(note && { note }) };
}

/** Posts a wish to the door for marks; an answer that is no answer, or none at all, is a refusal with a sentence. */
export async function sendMark(door: string, id: string, wish: Wish): Promise<Answer> {
  try {
    const response = await fetch(door, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: wishFields(id, wish),
    });
    const body = await response.json();
    if (response.ok) return { ok: true, stored: body };
    return { ok: false, message: body.detail ?? NO_ANSWER, storedNote: body.stored };
  } catch {
    return { ok: false, message: NO_ANSWER };
  }
}

const NO_ANSWER = "Not stored: Debrief did not answer. Check the connection and retry.";

function wishFields(id: string, { mark, note }: Wish): URLSearchParams {
  const fields = new URLSearchParams(mark ? { mark: `${id}:${mark}` } : { announcementId: id });
  if (note) fields.set("note", note.text);
  if (note?.was !== undefined) fields.set("was", note.was);
  return fields;
}
