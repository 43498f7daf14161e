import { useId } from "react";

import { TallyBar } from "@/components/announcements/tally-bar";
import { Count } from "@/components/ui/count";
import { Facts } from "@/components/ui/facts";
import { formatNumber } from "@/lib/format/number";
import { SHOWN_LINES } from "@/lib/shortlist/shares/shown";
import type { ShortlistRow } from "@/lib/shortlist/types";
import { formatTarget } from "@/lib/voting/decisions/target";

import { SharedNotes } from "./shared-notes";
import { SharedTitle } from "./shared-title";

/** A shortlist as outsiders see it: what is decided in the team's order, then what leans to adopt. */
export function SharedShortlist({ rows, isAll }: { rows: readonly ShortlistRow[]; isAll: boolean }) {
  if (rows.length === 0) {
    return <p>Nothing is decided or leans to adopt yet. This page shows it as soon as something is.</p>;
  }
  return (
    <>
      <Rows title="Decided to adopt" rows={rows.filter(({ standing }) => standing === "decided")} />
      <Rows title="Leans to adopt, nobody has settled it" rows={rows.filter(({ standing }) => standing === "leans")} />
      {!isAll && (
        <p className="text-sm text-ink-3">Shown are the first {formatNumber(SHOWN_LINES)}; the files have them all.</p>
      )}
    </>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly ShortlistRow[] }) {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="flex items-center gap-2 pb-2">
        {title} <Count of={rows.length} />
      </h2>
      <ol className="rounded-lg border border-line bg-surface max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0">
        {rows.map((row, index) => (
          <Row key={row.id} row={row} number={index + 1} />
        ))}
      </ol>
    </section>
  );
}

function Row({ row, number }: { row: ShortlistRow; number: number }) {
  const { title, link, services, decision, tally, marks, unmarked, notes } = row;
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-y-2 border-b border-line px-4 py-2.5 last:border-0 sm:grid-cols-[2rem_minmax(0,1fr)_auto] sm:gap-x-4">
      <span className="pt-0.5 text-sm text-ink-3 tabular-nums">{number}</span>
      <div className="grid min-w-0 gap-0.5">
        <SharedTitle title={title} link={link} />
        {decision?.reason && <p className="max-w-[72ch] text-sm wrap-anywhere text-ink">{decision.reason}</p>}
        <Facts
          isSmall
          facts={[
            services.join(", "),
            decision?.owner?.name,
            decision?.target && formatTarget(decision.target),
            decision?.effort && `effort ${decision.effort}`,
            decision && decision.delivery !== "planned" && decision.delivery,
          ]}
        />
        <SharedNotes notes={notes} />
      </div>
      <div className="pt-1 max-sm:col-start-2">
        <TallyBar tally={tally} marks={marks} members={marks + unmarked} />
      </div>
    </li>
  );
}
