import Link from "next/link";

import { triagePath } from "@/components/paths";
import { textButtonClass } from "@/components/ui/button-class";
import type { ConferenceHead } from "@/lib/catalogue/conference-head";
import { formatCount, formatNumber } from "@/lib/format/number";
import { CONTESTED, STAYS_MINUTES, type AgendaTotals } from "@/lib/voting/agenda/types";

type Props = { head: ConferenceHead; totals: AgendaTotals; teamSlug: string };

/** How much there is to talk about, what disagreement is, and how the list is made. */
export function AgendaIntro({ head: { round, counts, conference }, totals, teamSlug }: Props) {
  const isBlind = round?.isBlind && round.state === "open";
  return (
    <div className="agenda-intro">
      <p>
        <b>{countsSentence(totals)}</b> Disagreement is 0 when everybody marks the same and 100 when the team is halved
        between adopt and ignore.
      </p>
      {isBlind && (
        <p>
          Marks are hidden until you mark:{" "}
          {counts.left > 0 ? (
            <Link href={triagePath(teamSlug, conference.slug)}>{formatNumber(counts.left)} left to mark</Link>
          ) : (
            "you have marked everything and see all of them"
          )}
          .
        </p>
      )}
      <details>
        <summary className={textButtonClass}>How this list is made</summary>
        <ul>
          <li>
            Disagreement is the variance of the marks, with adopt at 1, investigate at 0 and ignore at −1, times 100.
            Popoviciu’s inequality (1935) says that it cannot be more.
          </li>
          <li>
            Split: no choice has more than half of the marks. Contested: one has, but disagreement is {CONTESTED * 100}{" "}
            or more. Both are here until a lead settles them, and {STAYS_MINUTES} minutes longer.
          </li>
          <li>
            Against each other stand adopt and ignore, or the two with most marks where only these say why. The
            strongest note of a side is its longest, where more than 400 characters count no more; of equals the latest.
          </li>
          <li>
            A question is open while nobody but who asked it commented after it. A comment asks when one of its
            sentences ends with a question mark.
          </li>
        </ul>
      </details>
    </div>
  );
}

/** "7 split, 2 contested, 4 open questions." */
function countsSentence({ split, contested, questions }: AgendaTotals): string {
  const parts = [
    split > 0 && formatCount(split, "split", "split"),
    contested > 0 && formatCount(contested, "contested", "contested"),
    questions > 0 && formatCount(questions, "open question"),
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(", ")}.` : "Nothing is split.";
}
