import type { CSSProperties } from "react";

import { CHOICES, type Choice, type Tally } from "@/lib/voting/types";

type BarStyle = CSSProperties & Record<`--${Choice | "of"}`, number>;

type TallyBarProps = { tally: Tally; members: number; isWide?: boolean };

/** The marks of a team as three counts over one bar, whose empty end is who has not marked. */
export function TallyBar({ tally, members, isWide = false }: TallyBarProps) {
  const { adopt, investigate, ignore } = tally;
  const marks = adopt + investigate + ignore;
  const left = Math.max(0, members - marks);
  const label = `${adopt} adopt, ${investigate} investigate, ${ignore} ignore, ${left} of ${members} still to mark`;
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
