import { Avatar } from "@/components/ui/avatar";
import { formatCount } from "@/lib/format/number";
import type { Side, SideNote } from "@/lib/voting/agenda/types";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import type { Tally } from "@/lib/voting/types";

type Props = {
  sides: readonly Side[];
  tally: Tally;
  personId: string;
  /** The page that has all notes. */
  path: string;
};

/** The strongest note of each side next to each other; the others of a side fold out below its first. */
export function OpposingNotes({ sides, ...shared }: Props) {
  if (sides.length === 0) return null;
  return (
    <div className="ops">
      {sides.map((side) => (
        <OneSide key={side.choice} side={side} {...shared} />
      ))}
    </div>
  );
}

function OneSide({ side: { choice, notes, hasMore }, tally, personId, path }: Omit<Props, "sides"> & { side: Side }) {
  const [first, ...others] = notes;
  return (
    <section className={`op ${choice}`} aria-label={`For ${choice}`}>
      {first ? (
        <Note note={first} choice={choice} personId={personId} />
      ) : (
        <>
          <p className="op-by">
            <span>
              <b>{formatCount(tally[choice], "mark")}</b> for {choice}
            </span>
            <Pill choice={choice} />
          </p>
          <p className="op-silent">Nobody wrote why.</p>
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            {formatCount(others.length, "more note", "more notes")} for {choice}
          </summary>
          {others.map((note) => (
            <Note key={note.personId} note={note} choice={choice} personId={personId} />
          ))}
          {hasMore && <a href={path}>All notes for {choice}</a>}
        </details>
      )}
    </section>
  );
}

function Note({ note: { name, note, personId: by }, choice, personId }: NoteProps) {
  return (
    <figure>
      <figcaption className="op-by">
        <Avatar name={name} isMe={by === personId} />
        <span>
          <b>{name}</b> for {choice}
        </span>
        <Pill choice={choice} />
      </figcaption>
      <blockquote>{note}</blockquote>
    </figure>
  );
}

type NoteProps = { note: SideNote; choice: Side["choice"]; personId: string };

function Pill({ choice }: { choice: Side["choice"] }) {
  return (
    <span className="choice-pill" aria-hidden>
      <span className="shape" />
      {CHOICE_LABEL[choice]}
    </span>
  );
}
