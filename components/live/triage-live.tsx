"use client";

import { useTriage } from "@/components/triage/triage-provider";
import type { ConferenceHead } from "@/lib/catalogue/conference-head";

import { LiveNews } from "./live-news";
import { useConferenceNews } from "./use-conference-news";
import { useLive } from "./use-live";

type Props = { head: Pick<ConferenceHead, "conference" | "counts" | "round">; since: string };

/** Has the cards of a triage follow what others do; the card that is shown stays the one shown. */
export function TriageLive({ head: { conference, counts, round }, since }: Props) {
  const [, { store }] = useTriage(() => null);
  const [news, take] = useConferenceNews({ announcements: counts.total, round }, since);
  useLive(conference.slug, since, (event) => {
    if (event.kind === "standings") event.standings.forEach(store.patch);
    else take(event);
  });
  return <LiveNews text={news} />;
}
