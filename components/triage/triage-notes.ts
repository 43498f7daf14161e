import type { Answer, Wish } from "@/components/announcements/send-mark";
import type { Outbox } from "@/components/marking/outbox-types";
import type { Mine } from "@/lib/voting/types";

/** The note of one announcement while it is written: what is typed, and what became of it. */
export type NoteState = {
  text: string;
  /** The note that it is written over. */
  was: string;
  /** `typing`: not sent yet, but kept on this device; `stored` may be an older text that was stored as it was typed. */
  state: "typing" | "sent" | "stored" | "refused";
  /** Why it was refused, and in a conflict the note that is stored. */
  refusal?: Extract<Answer, { ok: false }>;
};

type NotesWorld = {
  /** One's own mark as it is shown. */
  mineOf: (id: string) => Mine | null;
  outbox: () => Outbox | null;
  after: (ms: number, run: () => void) => () => void;
  show: (id: string, note: NoteState) => void;
};

/** Long enough to write a word, short enough that leaving loses nothing. */
const REST_MS = 700;

/**
 * Notes that are saved while they are typed. Every letter is kept on this device at once; what is typed is sent when the
 * hands rest, when the card is left, and when the page is. A note replaces only the note that it was written over.
 */
export function createNotes(world: NotesWorld) {
  const typed = new Map<string, NoteState>();
  const waiting = new Map<string, () => void>();

  return {
    type(id: string, text: string) {
      const was = typed.get(id)?.was ?? world.mineOf(id)?.note ?? "";
      world.outbox()?.keepDraft(id, { text, was });
      const { refusal } = typed.get(id) ?? {};
      put(id, { text, was, state: "typing", ...(refusal?.storedNote !== undefined && { refusal }) });
      waiting.get(id)?.();
      // A conflict is settled by whoever sees both texts, not by going on typing.
      if (refusal?.storedNote !== undefined) return;
      const wait = world.after(REST_MS, () => send(id));
      waiting.set(id, wait);
    },
    flush() {
      for (const [id, cancel] of waiting) {
        cancel();
        send(id);
      }
    },
    /** Goes on with a note that was written and not stored, here or before the page was loaded again. */
    resume(id: string) {
      if (typed.has(id)) return;
      const draft = world.outbox()?.draft(id);
      const mine = world.mineOf(id);
      if (!draft || !mine || draft.text === mine.note) return;
      put(id, {
        text: draft.text,
        was: draft.was ?? mine.note,
        state: draft.refusal ? "refused" : "typing",
        ...(draft.refusal && { refusal: draft.refusal }),
      });
      if (!draft.refusal) send(id);
    },
    decide(id: string, keep: "mine" | "stored") {
      const note = typed.get(id);
      if (!note) return;
      if (keep === "mine") return send(id, note.refusal?.storedNote);
      world.outbox()?.keepDraft(id, null);
      const text = note.refusal?.storedNote ?? world.mineOf(id)?.note ?? "";
      put(id, { text, was: text, state: "stored" });
    },
    settled(id: string, wish: Wish, answer: Answer) {
      const note = typed.get(id);
      if (!note || !wish.note) return;
      if (!answer.ok) return put(id, { ...note, state: "refused", refusal: answer });
      if (note.text === wish.note.text) put(id, { text: note.text, was: note.text, state: "stored" });
    },
  };

  function send(id: string, was = typed.get(id)?.was ?? "") {
    waiting.delete(id);
    const outbox = world.outbox();
    const note = typed.get(id);
    const mine = world.mineOf(id);
    // Without a mark it stays a draft, for when there is one.
    if (!outbox || !note || !mine) return;
    if (note.text === was) {
      outbox.keepDraft(id, null);
      return put(id, { text: was, was, state: "stored" });
    }
    // What is typed from here on is written over what is sent now.
    put(id, { text: note.text, was: note.text, state: "sent" });
    void outbox.want(id, { note: { text: note.text, was } }, mine);
  }

  function put(id: string, note: NoteState) {
    typed.set(id, note);
    world.show(id, note);
  }
}
