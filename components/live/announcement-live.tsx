"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent, useState } from "react";

import type { Standing } from "@/lib/live/types";

import { LiveNews } from "./live-news";
import { isAsDrawn, newsOfAnnouncement, type DrawnStanding } from "./news";
import { useLive } from "./use-live";

/** What comes together is drawn together; one's own mark has drawn the page by then. */
const GATHER_MS = 300;

type Props = { conference: string; drawn: DrawnStanding; since: string };

/**
 * Draws the page of an announcement anew when others did something there. While somebody writes, or points at what would
 * move, it says so instead and waits to be asked.
 */
export function AnnouncementLive({ conference, drawn, since }: Props) {
  const router = useRouter();
  const [told, setTold] = useState<{ standing: Standing; since: string; isHeld: boolean } | null>(null);

  useLive(conference, since, (event) => {
    if (event.kind === "reload") startTransition(() => router.refresh());
    if (event.kind !== "standings") return;
    const standing = event.standings.find(({ announcementId }) => announcementId === drawn.announcementId);
    if (standing) setTold((before) => ({ standing, since, isHeld: before?.isHeld === true && before.since === since }));
  });

  const show = useEffectEvent((standing: Standing) => {
    // What somebody else did and is not counted is another note or another text of a comment.
    if (standing.mine !== undefined && isAsDrawn(drawn, standing)) return setTold(null);
    if (isBusy()) return setTold((before) => before && { ...before, isHeld: true });
    setTold(null);
    startTransition(() => router.refresh());
  });
  useEffect(() => {
    if (!told || told.isHeld) return;
    const timer = setTimeout(() => show(told.standing), GATHER_MS);
    return () => clearTimeout(timer);
  }, [told]);

  // Drawn anew, whoever asked for it, the page has nothing left to say.
  const isNews = told?.isHeld && told.since === since;
  return <LiveNews text={isNews ? newsOfAnnouncement(drawn, told.standing) || "Something changed here." : ""} />;
}

/** Whether drawing anew would pull something from under somebody's hands. */
function isBusy(): boolean {
  const writes = document.activeElement?.matches("input, textarea, select, [contenteditable]");
  return Boolean(writes) || document.querySelector("#thread:hover, #decision:hover, dialog[open]") !== null;
}
