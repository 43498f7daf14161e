import type { CSSProperties } from "react";

import { CHOICES, type Tally } from "@/lib/voting/types";

type TallyProps = { tally: Tally; members: number; isWide?: boolean };

/** The marks of a team as three counts over one bar, whose empty end is who has not marked. */
export function WideTally({ tally, members, isWide = true }: TallyProps) {
  const marks = tally.adopt + tally.investigate + tally.ignore;
  const left = Math.max(0, members - marks);
  const label = `${tally.adopt} adopt, ${tally.investigate} investigate, ${tally.ignore} ignore, ${left} still to mark`;
  const widths: CSSProperties & Record<`--${string}`, number> = {
    "--adopt": tally.adopt,
    "--investigate": tally.investigate,
    "--ignore": tally.ignore,
    "--of": Math.max(members, marks),
  };
  return (
    <span className={isWide ? "tally wide" : "tally"} role="img" aria-label={label}>
      {CHOICES.map((choice) => (
        <b key={choice} className={tally[choice] === 0 ? "zero" : undefined}>
          {tally[choice]}
        </b>
      ))}
      <i style={widths} />
    </span>
  );
}
