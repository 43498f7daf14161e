import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { Printout } from "@/lib/shortlist/print/queries";
import type { ShortlistRow } from "@/lib/shortlist/types";
import { overruled, type ToldDecision } from "@/lib/voting/decisions/decision";
import { formatTarget } from "@/lib/voting/decisions/target";

import { daysText } from "./effort";
import { PrintedTitle } from "./printed-title";

type Props = { rows: readonly ShortlistRow[]; totals: Printout["totals"] };

/** What a lead settled, in the lead's order, with who does it, by when, and what became of it. */
export function PrintedDecided({ rows, totals }: Props) {
  return (
    <section>
      <h2>Decided to adopt: {formatNumber(totals.decided)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Announcement</th>
            <th scope="col">Owner</th>
            <th scope="col">Target</th>
            <th scope="col">Effort</th>
            <th scope="col">Progress</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <DecidedLine key={row.id} row={row} number={index + 1} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <td colSpan={3}>Total</td>
            <td colSpan={2}>
              {daysText(totals.days)}
              {totals.withoutDays > 0 && `, ${formatNumber(totals.withoutDays)} without days`}
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function DecidedLine({ row, number }: { row: ShortlistRow; number: number }) {
  const { decision, lean } = row;
  if (!decision) return null;
  const { reason, owner, target } = decision;
  const against = overruled(decision.choice, lean);
  return (
    <tr>
      <td>{number}</td>
      <td>
        <PrintedTitle row={row} />
        {reason && <p className="printout-words">{reason}</p>}
        {against && <p>Decided against the lean: most marked {against}.</p>}
        <p className="printout-by">
          Decided {decision.by && `by ${decision.by.name} `}on {formatDay(decision.at)}
        </p>
      </td>
      <td>{owner ? owner.name : "nobody yet"}</td>
      <td>{target ? formatTarget(target) : "none"}</td>
      <td>{effortText(decision)}</td>
      <td>
        <Progress decision={decision} />
      </td>
    </tr>
  );
}

function Progress({ decision: { delivery, deliveryOn } }: { decision: ToldDecision }) {
  return (
    <>
      {PROGRESS[delivery]}
      {deliveryOn && <p>{formatDay(deliveryOn)}</p>}
    </>
  );
}

function effortText({ effort, effortDays }: ToldDecision): string {
  return [effort, effortDays === null ? null : daysText(effortDays)].filter(Boolean).join(", ") || "not said";
}

const PROGRESS = { planned: "Planned", started: "Started", done: "Done", dropped: "Dropped" } as const;
