import { Facts } from "@/components/ui/facts";
import { formatDay } from "@/lib/format/date";
import type { DecisionRecord } from "@/lib/shortlist/export/types";
import { formatTarget } from "@/lib/voting/decisions/target";

import { SharedNotes } from "./shared-notes";
import { SharedTitle } from "./shared-title";

/** What was decided lately, the latest first. */
export function SharedFeed({ decided }: { decided: readonly DecisionRecord[] }) {
  return (
    <section aria-labelledby="latest">
      <h2 id="latest" className="pb-2">
        Decided lately
      </h2>
      {decided.length === 0 ? (
        <p>Nothing is decided yet. Readers that follow the feed hear of it when something is.</p>
      ) : (
        <ol className="rounded-lg border border-line bg-surface max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0">
          {decided.map((record) => (
            <Decided key={record.id} record={record} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Decided({ record: { title, link, services, decision, notes } }: { record: DecisionRecord }) {
  if (!decision) return null;
  const { choice, by, at, owner, target, reason } = decision;
  return (
    <li className="grid min-w-0 gap-0.5 border-b border-line px-4 py-2.5 last:border-0">
      <SharedTitle title={title} link={link} />
      <p className={`${choice} flex items-center gap-1.5 text-sm`}>
        <span className="shape text-(--c)" aria-hidden />
        <b className="font-medium text-(--c-ink)">Decided {choice}</b>
      </p>
      {reason && <p className="max-w-[72ch] text-sm wrap-anywhere text-ink">{reason}</p>}
      <Facts
        isSmall
        facts={[
          <time key="at" dateTime={at}>
            {formatDay(at)}
          </time>,
          by?.name,
          owner && `owner ${owner.name}`,
          target && formatTarget(target),
          services.join(", "),
        ]}
      />
      <SharedNotes notes={notes} />
    </li>
  );
}
