import type { ShortlistTotals } from "@/lib/shortlist/page/types";

import { daysWords, effortsWords, leftOutWords } from "./row-words";

/** The last row: how much work everything listed is, and what of it nobody has said. */
export function DecidedTotal({ totals }: { totals: ShortlistTotals }) {
  const about = [effortsWords(totals), leftOutWords(totals)].filter(Boolean).join(" · ");
  return (
    <tfoot>
      <tr>
        <td />
        <td>Total {about && <span className="sub">{about}</span>}</td>
        <td />
        <td />
        <td>{daysWords(totals.days)}</td>
        <td />
      </tr>
    </tfoot>
  );
}
