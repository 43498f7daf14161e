"use client";

import { Bell, X } from "lucide-react";
import Link from "next/link";
import { useEffect, useEffectEvent, useState, type FormEvent } from "react";

import { announcementPath, boardPath, triagePath } from "@/components/paths";
import { OwnTime } from "@/components/rounds/own-time";
import { ReturnTo } from "@/components/shell/return-to";
import { Kbd } from "@/components/ui/kbd";
import { formatNumber } from "@/lib/format/number";
import type { NoticeLine } from "@/lib/voting/notices/lines";

type Props = {
  teamSlug: string;
  /** The conference whose pages this is on; null on the team's own. */
  conferenceSlug: string | null;
  /** Newest first. */
  notices: readonly NoticeLine[];
};

const TYPING = "input, textarea, select, [contenteditable], dialog, [role=dialog], [role=menu]";

/** What happened that the reader has not seen, until they dismiss it; nothing when there is nothing. */
export function NoticeStrip({ notices, ...rest }: Props) {
  const [newest] = notices;
  // What comes after a dismissal is shown again.
  return newest ? <Strip key={newest.id} upTo={newest.id} notices={notices} {...rest} /> : null;
}

function Strip({ teamSlug, conferenceSlug, notices, upTo }: Props & { upTo: string }) {
  const [state, setState] = useState<"shown" | "dismissed" | "refused">("shown");
  const door = `/teams/${teamSlug}/notices`;

  async function dismiss() {
    setState("dismissed");
    const fields = new URLSearchParams({ upTo, conference: conferenceSlug ?? "" });
    const stored = await post(door, fields);
    if (!stored) setState("refused");
  }
  useKey("d", () => void dismiss(), state !== "dismissed");

  if (state === "dismissed") return null;
  return (
    <form
      method="post"
      action={door}
      aria-label="News"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        // The button that had the focus goes away.
        document.getElementById("main")?.focus({ preventScroll: true });
        void dismiss();
      }}
      className={`bg-accent-soft print:hidden ${conferenceSlug === null ? "mt-4 rounded-lg border border-line" : "border-t border-line"}`}
    >
      <input type="hidden" name="upTo" value={upTo} />
      <input type="hidden" name="conference" value={conferenceSlug ?? ""} />
      <ReturnTo />
      <div
        className={`mx-auto flex max-w-360 items-start gap-2.5 px-4 py-1.5 ${conferenceSlug === null ? "" : "sm:px-6"}`}
      >
        <Bell aria-hidden className="mt-1.5 size-4 flex-none text-accent-ink" />
        <ul className="min-w-0 grow">
          {notices.map((notice) => (
            <li key={notice.id} className="flex flex-wrap gap-x-3 py-1 text-sm text-ink">
              <Line notice={notice} teamSlug={teamSlug} />
            </li>
          ))}
          {state === "refused" && (
            <li role="alert" className="py-1 text-sm text-danger-ink">
              Not dismissed: Debrief did not answer. Check the connection and try again.
            </li>
          )}
        </ul>
        <button className="flex h-10 flex-none items-center gap-1.5 rounded-md px-2 text-sm font-medium text-ink-2 hover:bg-sunken hover:text-ink sm:h-7">
          <X aria-hidden className="size-4 sm:hidden" />
          <span className="max-sm:sr-only">Dismiss</span>
          <Kbd isDecoration>d</Kbd>
        </button>
      </div>
    </form>
  );
}

function Line({ notice, teamSlug }: { notice: NoticeLine; teamSlug: string }) {
  const { text, closing, conference, left, decided } = notice;
  return (
    <>
      <span className="min-w-0 wrap-anywhere">{text}</span>
      {decided && <Decided decided={decided} teamSlug={teamSlug} />}
      {conference && !decided && (
        <Link
          href={left > 0 ? triagePath(teamSlug, conference.slug) : boardPath(teamSlug, conference.slug)}
          prefetch={false}
        >
          {left > 0 ? `Mark ${formatNumber(left)} left` : "Open the board"}
        </Link>
      )}
      {closing && (
        <span className="text-ink-2">
          <OwnTime at={closing.at} zone={closing.zone} verb="closes" />
        </span>
      )}
    </>
  );
}

function Decided({ decided, teamSlug }: { decided: NonNullable<NoticeLine["decided"]>; teamSlug: string }) {
  const { announcement, conference } = decided;
  if (announcement !== null) {
    return (
      <Link href={announcementPath(teamSlug, announcement)} prefetch={false}>
        Read the decision
      </Link>
    );
  }
  if (conference === null) return null;
  return (
    <Link href={boardPath(teamSlug, conference, { view: "all", lean: ["decided"] })} prefetch={false}>
      See what is decided
    </Link>
  );
}

async function post(door: string, body: URLSearchParams): Promise<boolean> {
  try {
    const { ok } = await fetch(door, { method: "POST", headers: { Accept: "application/json" }, body });
    return ok;
  } catch {
    return false;
  }
}

function useKey(key: string, act: () => void, isListening: boolean) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.closest(TYPING);
    if (isTyping || event.key !== key || event.repeat || event.defaultPrevented) return;
    if (!event.ctrlKey && !event.metaKey && !event.altKey) act();
  });
  useEffect(() => {
    if (!isListening) return;
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, [isListening]);
}
