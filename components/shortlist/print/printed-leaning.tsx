import { formatNumber } from "@/lib/format/number";
import type { ShortlistRow } from "@/lib/shortlist/types";

import { PrintedTitle } from "./printed-title";

/** What most marks say adopt and nobody has settled, with the marks and the latest notes. */
export function PrintedLeaning({ rows, total }: { rows: readonly ShortlistRow[]; total: number }) {
  return (
    <section>
      <h2>Leans to adopt, nobody has settled it: {formatNumber(total)}</h2>
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Announcement</th>
              <th scope="col" className="number">
                Adopt
              </th>
              <th scope="col" className="number">
                Investigate
              </th>
              <th scope="col" className="number">
                Ignore
              </th>
              <th scope="col" className="number">
                Not marked
              </th>
              <th scope="col" className="number">
                Support
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <LeaningLine key={row.id} row={row} number={index + 1} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function LeaningLine({ row, number }: { row: ShortlistRow; number: number }) {
  const { tally, unmarked, support, notes } = row;
  return (
    <tr>
      <td>{number}</td>
      <td>
        <PrintedTitle row={row} />
        {notes.map(({ name, choice, note }, index) => (
          <p key={index} className="printout-words">
            {name ? `${name} (${choice})` : choice}: {note}
          </p>
        ))}
      </td>
      <td className="number">{tally?.adopt}</td>
      <td className="number">{tally?.investigate}</td>
      <td className="number">{tally?.ignore}</td>
      <td className="number">{unmarked}</td>
      <td className="number">{support?.toFixed(2)}</td>
    </tr>
  );
}
