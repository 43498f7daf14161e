"use client";

import { useState } from "react";

import type { ConferenceHead } from "@/lib/catalogue/conference-head";
import { formatCount } from "@/lib/format/number";
import type { Standing } from "@/lib/live/types";

import { LiveNews } from "./live-news";
import { isAsDrawn, type DrawnStanding } from "./news";
import { useConferenceNews } from "./use-conference-news";
import { useLive } from "./use-live";

type Props = {
  head: Pick<ConferenceHead, "conference" | "counts" | "round">;
  since: string;
  /** What the list shows of each of its announcements. */
  drawn: DrawnStanding[];
  /** What belongs in the list and is not in it; null when the list goes on elsewhere. */
  joins: "adopt" | "split" | null;
};

/** Says on a list whose order follows from what people do that something in it changed, and leaves it as it is until asked. */
export function ListLive({ head: { conference, counts, round }, since, drawn, joins }: Props) {
  const [told, setTold] = useState<{ since: string; standings: ReadonlyMap<string, Standing> }>();
  const [news, take] = useConferenceNews({ announcements: counts.total, round }, since);
  useLive(conference.slug, since, (event) => {
    if (event.kind !== "standings") return take(event);
    setTold((before) => ({
      since,
      standings: new Map([
        ...(before?.since === since ? before.standings : []),
        ...event.standings.map((standing) => [standing.announcementId, standing] as const),
      ]),
    }));
  });

  // Drawn anew, the list has nothing left to say.
  const standings = told?.since === since ? [...told.standings.values()] : [];
  const changed = standings.filter((standing) => {
    const shown = drawn.find(({ announcementId }) => announcementId === standing.announcementId);
    return shown ? !isAsDrawn(shown, standing) : joins !== null && belongs(standing, joins, round?.quorum ?? 1);
  }).length;
  const count = changed > 0 ? `${formatCount(changed, "announcement", "announcements")} changed.` : "";
  return <LiveNews text={[count, news].filter(Boolean).join(" ")} />;
}

/** What is settled to be adopted, or leans to it with enough marks; or what a team is split on and nobody has settled. */
function belongs({ decision, lean, marks }: Standing, joins: "adopt" | "split", quorum: number): boolean {
  if (decision !== null) return decision === joins;
  return lean === joins && (joins === "split" || marks >= quorum);
}
