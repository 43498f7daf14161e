/** The note that is stored, beside the one that was refused because of it. */
export function StoredNote({ note }: { note: string | undefined }) {
  if (note === undefined) return null;
  return (
    <blockquote className="max-h-[30vh] max-w-180 overflow-auto border-l-2 border-line-control pl-2.5 text-base wrap-anywhere whitespace-pre-wrap text-ink">
      <b className="block text-xs font-medium text-ink-3">Stored now</b>
      {note || "No note."}
    </blockquote>
  );
}
