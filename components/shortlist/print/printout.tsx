import { PrintedDecided } from "./printed-decided";
import { PrintedLeaning } from "./printed-leaning";

import { formatDays } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { aboutLine } from "@/lib/shortlist/export/text";
import type { Printout } from "@/lib/shortlist/print/queries";

/** The whole shortlist in black on white, as it goes to paper. */
export function PrintoutDocument({ printout: { about, decided, leaning, totals } }: { printout: Printout }) {
  const { conference, team, address } = about;
  const printed = decided.length + leaning.length;
  const { decided: settled, leaning: leans } = totals;
  const total = settled + (leans ?? 0);
  return (
    <article className="printout">
      <header>
        <p>{team.name}</p>
        <h1>Shortlist of {conference.name}</h1>
        {conference.startsOn && <p>{formatDays(conference.startsOn, conference.endsOn ?? conference.startsOn)}</p>}
        <p className="printout-about">
          {aboutLine("Shortlist", about)} <a href={address}>{address}</a>
        </p>
      </header>
      {total === 0 && (
        <p>
          Nothing is decided or leans to adopt yet. What a lead decides, and what most marks say adopt, stands here.
        </p>
      )}
      {settled > 0 && <PrintedDecided rows={decided} totals={totals} />}
      {leans !== null && leans > 0 && <PrintedLeaning rows={leaning} total={leans} />}
      {printed < total && (
        <p>
          Printed are the first {formatNumber(printed)} of {formatNumber(total)}. The spreadsheet has the other{" "}
          {formatNumber(total - printed)}.
        </p>
      )}
    </article>
  );
}
