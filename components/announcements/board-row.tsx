"use client";

import { memo } from "react";

import { announcementPath } from "@/components/paths";
import { FoundIn } from "@/components/search/found-in";
import { Highlighted } from "@/components/search/highlighted";
import type { BoardRow } from "@/lib/catalogue/board/types";
import { AVAILABILITY_LABEL } from "@/lib/catalogue/labels";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES } from "@/lib/voting/types";

import { TallyBar } from "./tally-bar";

const HINT = { adopt: "Adopt (a)", investigate: "Investigate (i)", ignore: "Ignore (x)" } as const;

/**
 * One announcement of the board. Fifty are drawn at once, so it is made of few elements, its cells are styled by their
 * place, and it has no handlers: the list listens for all rows. Its buttons post the form that the list is in.
 */
export const BoardRowView = memo(function BoardRowView({
  row,
  teamSlug,
  members,
  isCurrent,
  isSelected,
  isPending,
  isClosed,
}: {
  row: BoardRow;
  teamSlug: string;
  members: number;
  isCurrent: boolean;
  isSelected: boolean;
  /** Whether my mark is still on its way. */
  isPending: boolean;
  /** Whether the round is closed, so that marks stay as they are. */
  isClosed: boolean;
}) {
  const { id, title, availability, mine, mentions, comments, hit } = row;
  const services = row.services.join(", ");
  return (
    <tr id={`a-${id}`} aria-current={isCurrent || undefined}>
      <td>
        <input type="checkbox" name="select" value={id} checked={isSelected} readOnly aria-label={`Select ${title}`} />
      </td>
      <td>
        <div className={isPending ? "mark pending" : "mark"} role="group" aria-label={`Your mark: ${title}`}>
          {CHOICES.map((choice) => (
            <button
              key={choice}
              name="mark"
              value={`${id}:${choice}`}
              aria-pressed={mine?.choice === choice}
              title={HINT[choice]}
              disabled={isClosed}
            >
              {CHOICE_LABEL[choice]}
            </button>
          ))}
        </div>
      </td>
      <td>
        <a href={announcementPath(teamSlug, row.slug)}>
          {hit ? <Highlighted text={title} ranges={hit.title} /> : title}
        </a>
        {availability !== "unknown" && (
          <span className={`availability ${availability}`}>{AVAILABILITY_LABEL[availability]}</span>
        )}
        <span className="sub">
          <span>{hit ? <Highlighted text={services} ranges={hit.services} /> : services}</span>
          <Standing row={row} />
        </span>
        {hit?.snippet && <FoundIn snippet={hit.snippet} />}
        {mine?.note && (
          <span className="own-note">
            {hit?.note?.text === mine.note ? <Highlighted text={mine.note} ranges={hit.note.ranges} /> : mine.note}
          </span>
        )}
      </td>
      <td>
        <TallyBar tally={row.tally} marks={row.marks} members={members} />
      </td>
      <td>{mentions}</td>
      <td>{comments}</td>
    </tr>
  );
});

/** What a lead decided, else where the team leans; nothing while nobody has marked. */
function Standing({ row: { decision, lean } }: { row: BoardRow }) {
  if (decision) {
    return (
      <span className={decision}>
        <span className="shape" aria-hidden />
        Decided {decision}
      </span>
    );
  }
  if (lean === "split") return <span className="split">Split</span>;
  return lean && <span>Leans {lean}</span>;
}
