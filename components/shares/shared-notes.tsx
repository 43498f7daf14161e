import type { ShortlistNote } from "@/lib/shortlist/types";

/** Notes beside marks; without names where the link leaves people out. */
export function SharedNotes({ notes }: { notes: readonly ShortlistNote[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-0.5" aria-label="Notes">
      {notes.map(({ name, choice, note }, index) => (
        <li key={index} className={`${choice} text-xs text-ink-2`}>
          <span className="shape mr-1.5 size-2! text-(--c)" role="img" aria-label={choice} />
          {name !== null && <span className="font-medium text-ink">{name} </span>}
          <span className="wrap-anywhere">{note}</span>
        </li>
      ))}
    </ul>
  );
}
