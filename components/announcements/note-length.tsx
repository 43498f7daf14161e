import { formatNumber } from "@/lib/format/number";
import { MAX_NOTE_LENGTH, noteLength } from "@/lib/voting/note";

/** Below this the count would only distract. */
const COUNT_FROM = MAX_NOTE_LENGTH - 400;

/** How long a note has become, once it comes near to what can be stored. */
export function NoteLength({ text }: { text: string }) {
  const length = noteLength(text);
  if (length <= COUNT_FROM) return null;
  return (
    <span role="status" className="text-xs text-ink-3">
      {formatNumber(length)} of {formatNumber(MAX_NOTE_LENGTH)} characters
    </span>
  );
}
