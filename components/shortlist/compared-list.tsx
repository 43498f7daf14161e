"use client";

import { useId } from "react";

import { announcementPath, shortlistPath } from "@/components/paths";
import { Count } from "@/components/ui/count";
import { useInAppLinks } from "@/components/ui/use-in-app-links";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { ComparedRow, ComparedSide } from "@/lib/shortlist/compare";
import { formatTarget } from "@/lib/voting/decisions/target";

import { DELIVERY_LABEL } from "./decided-row";
import { overdueSince } from "./row-words";

type Props = { side: Pick<ComparedSide, "slug" | "name" | "adopted" | "rows">; teamSlug: string; today: string };

/** What became of each thing that was adopted of a conference. */
export function ComparedList({ side: { slug, name, adopted, rows }, teamSlug, today }: Props) {
  const titleId = useId();
  const left = adopted - rows.length;
  return (
    <section aria-labelledby={titleId} onClick={useInAppLinks()}>
      <header className="list-head">
        <h2 id={titleId}>{name}</h2>
        <Count of={adopted} />
      </header>
      {rows.length === 0 ? (
        <p className="list-none">Nothing of it is decided adopt yet.</p>
      ) : (
        <div className="shortlist-list">
          <ol className="became">
            {rows.map((row) => (
              <Became key={row.id} row={row} teamSlug={teamSlug} today={today} />
            ))}
          </ol>
          {left > 0 && (
            <p className="list-foot">
              {formatNumber(left)} more: see{" "}
              <a href={shortlistPath(teamSlug, slug)} className="underline">
                its shortlist
              </a>
              .
            </p>
          )}
        </div>
      )}
    </section>
  );
}

function Became({ row, teamSlug, today }: { row: ComparedRow; teamSlug: string; today: string }) {
  const { slug, title, owner, target, delivery, deliveryOn } = row;
  const overdue = overdueSince(row, today);
  return (
    <li>
      <div>
        <a href={announcementPath(teamSlug, slug)}>{title}</a>
        <span className="sub">
          {owner?.name ?? "nobody"} · {target ? formatTarget(target) : "no target"}
          {overdue && <b> · overdue since {overdue}</b>}
        </span>
      </div>
      <span className={`delivery ${delivery}`}>
        {DELIVERY_LABEL[delivery]}
        {deliveryOn && <time dateTime={deliveryOn}>{formatDay(deliveryOn)}</time>}
      </span>
    </li>
  );
}
