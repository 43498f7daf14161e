"use client";

import Link from "next/link";
import { memo, type CSSProperties } from "react";

import type { BoardRow } from "@/lib/catalogue/board-types";
import { AVAILABILITY_LABEL } from "@/lib/catalogue/labels";
import { CHOICES, type Choice } from "@/lib/voting/types";

import { announcementPath } from "./paths";

const WORD = { adopt: "Adopt", investigate: "Investigate", ignore: "Ignore" } as const satisfies Record<Choice, string>;
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
}: {
  row: BoardRow;
  teamSlug: string;
  members: number;
  isCurrent: boolean;
}) {
  const { id, title, availability, mine, mentions, comments } = row;
  return (
    <tr id={`a-${id}`} aria-current={isCurrent || undefined}>
      <td>
        <div className="mark" role="group" aria-label={`Your mark: ${title}`}>
          {CHOICES.map((choice) => (
            <button
              key={choice}
              name="mark"
              value={`${id}:${choice}`}
              aria-pressed={mine?.choice === choice}
              title={HINT[choice]}
            >
              {WORD[choice]}
            </button>
          ))}
        </div>
      </td>
      <td>
        <Link href={announcementPath(teamSlug, row.slug)} prefetch={false}>
          {title}
        </Link>
        {availability !== "unknown" && (
          <span className={`availability ${availability}`}>{AVAILABILITY_LABEL[availability]}</span>
        )}
        <span className="sub">
          <span>{row.services.join(", ")}</span>
          <Standing row={row} />
        </span>
        {mine?.note && <span className="own-note">{mine.note}</span>}
      </td>
      <td>
        <TallyBar row={row} members={members} />
      </td>
      <td>{mentions}</td>
      <td>{comments}</td>
    </tr>
  );
});

/** What a lead decided, else where the team leans; nothing while nobody has marked. */
function Standing({ row: { decision, lean } }: { row: BoardRow }) {
  if (decision) return <span className={decision}>Decided {decision}</span>;
  if (lean === "split") return <span className="split">Split</span>;
  return lean && <span>Leans {lean}</span>;
}

type BarStyle = CSSProperties & Record<"--adopt" | "--investigate" | "--ignore" | "--of", number>;

function TallyBar({ row: { tally }, members }: { row: BoardRow; members: number }) {
  const { adopt, investigate, ignore } = tally;
  const left = Math.max(0, members - adopt - investigate - ignore);
  const label = `${adopt} adopt, ${investigate} investigate, ${ignore} ignore, ${left} of ${members} still to mark`;
  const bar: BarStyle = { "--adopt": adopt, "--investigate": investigate, "--ignore": ignore, "--of": members };
  return (
    <span className="tally" role="img" aria-label={label}>
      {CHOICES.map((choice) => (
        <b key={choice} className={tally[choice] ? undefined : "zero"}>
          {tally[choice]}
        </b>
      ))}
      <i style={bar} />
    </span>
  );
}
