import Link from "next/link";
import type { ReactNode } from "react";

import { agendaPath } from "@/components/paths";
import { formatCount, formatNumber } from "@/lib/format/number";
import type { RadarOutlook } from "@/lib/shortlist/export/radar-outlook";

type Props = { teamSlug: string; conferenceSlug: string; outlook: Pick<RadarOutlook, "leftOut" | "quorum"> };

/** Which announcements no file of the radar holds, and why; nothing when it holds them all. */
export function LeftOutNote({ teamSlug, conferenceSlug, outlook: { leftOut, quorum } }: Props) {
  const { belowQuorum, split, hidden, unmarked } = leftOut;
  const reasons: (ReactNode | false)[] = [
    belowQuorum > 0 && (
      <>
        {formatNumber(belowQuorum)} marked by fewer than {formatCount(quorum, "member")}, the quorum
      </>
    ),
    split > 0 && (
      <>
        {formatNumber(split)} split: see the <Link href={agendaPath(teamSlug, conferenceSlug)}>agenda</Link>
      </>
    ),
    hidden > 0 && <>{formatNumber(hidden)} whose marks are hidden from you while the round is blind</>,
    unmarked > 0 && <>{formatNumber(unmarked)} not marked yet, which is not ignore</>,
  ];
  const said = reasons.filter((reason) => reason !== false);
  if (said.length === 0) return null;
  return (
    <div className="text-sm">
      <h3 className="pb-1">{formatCount(belowQuorum + split + hidden + unmarked, "announcement")} left out</h3>
      <ul className="grid list-disc gap-0.5 pl-4 [&_a]:underline">
        {said.map((reason, index) => (
          <li key={index}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
