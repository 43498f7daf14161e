"use client";

import { useBoard } from "@/components/announcements/board-provider";
import type { ConferenceHead } from "@/lib/catalogue/conference-head";

import { LiveNews } from "./live-news";
import { useConferenceNews } from "./use-conference-news";
import { useLive } from "./use-live";

type Props = { head: Pick<ConferenceHead, "conference" | "counts" | "round">; since: string };

/** Has the board show what others do: numbers change in their rows, and rows stay where they are. */
export function BoardLive({ head: { conference, counts, round }, since }: Props) {
  const [, store] = useBoard(() => null);
  const [news, take] = useConferenceNews({ announcements: counts.total, round }, since);
  useLive(conference.slug, since, (event) => {
    if (event.kind === "standings") store.hear(event.standings);
    else take(event);
  });
  return <LiveNews text={news} />;
}
