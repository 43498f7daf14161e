import type { CSSProperties } from "react";

import { CHOICES, type Choice, type Tally } from "@/lib/voting/types";

type BarStyle = CSSProperties & Record<`--${Choice | "of"}`, number>;

type TallyBarProps = {
  /** Null where others' marks are hidden: then only how many there are is said. */
  tally: Tally | null;
  marks: number;
  members: number;
  isWide?: boolean;
};

/** The marks of a team as three counts over one bar, whose empty end is who has not marked. */
export function TallyBar({ tally, marks, members, isWide = false }: TallyBarProps) {
  if (!tally) return <HiddenTally marks={marks} members={members} />;
  const { adopt, investigate, ignore } = tally;
  // More marks than members are those of people who left, or whose marks came with a file: who is left is not known then.
  const rest =
    marks > members ? `${marks} marks in a team of ${members}` : `${members - marks} of ${members} still to mark`;
  const label = `${adopt} adopt, ${investigate} investigate, ${ignore} ignore, ${rest}`;
  const bar: BarStyle = {
    "--adopt": adopt,
    "--investigate": investigate,
    "--ignore": ignore,
    "--of": Math.max(members, marks),
  };
  return (
    <span className={isWide ? "tally wide" : "tally"} role="img" aria-label={label}>
      {CHOICES.map((choice) => (
        <b key={choice} className={tally[choice] ? undefined : "zero"}>
          {tally[choice]}
        </b>
      ))}
      <i style={bar} />
    </span>
  );
}

/** A blind round, before one's own mark: not even the width of a bar says more than how many have marked. */
function HiddenTally({ marks, members }: { marks: number; members: number }) {
  return (
    <span className="tally hidden-tally">
      {marks} of {Math.max(members, marks)} have marked
    </span>
  );
}
