"use client";

import Link from "next/link";

import { agendaPath, boardPath, triagePath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { formatCount, formatNumber } from "@/lib/format/number";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { timeTaken } from "@/lib/voting/triage/pace";
import type { TriagePass } from "@/lib/voting/triage/types";
import { CHOICES } from "@/lib/voting/types";

import { useTriage } from "./triage-provider";
import { shownMarked } from "./triage-state";

/** The end of the way: what is done, what one made of it, and what comes next, which is never nothing. */
export function TriageEnd({ pass }: { pass: TriagePass }) {
  const [marked, { triage, teamSlug }] = useTriage((state) => shownMarked(state, state.pending));
  const { conference, counts, round } = triage.head;
  const { order } = triage.ask;
  const left = Math.max(0, counts.total - marked);
  const passed = Math.max(0, left - pass.putOff);
  const again = triagePath(teamSlug, conference.slug, null, { order });
  const later = triagePath(teamSlug, conference.slug, null, { order, isLater: true });
  const board = boardPath(teamSlug, conference.slug, { view: "all" });
  return (
    <section className="triage-card triage-end">
      <h2 tabIndex={-1}>
        {left === 0
          ? `All ${formatNumber(counts.total)} marked.`
          : `${formatNumber(marked)} of ${formatNumber(counts.total)} marked.`}
      </h2>
      <ul className="tally wide" aria-label="Your marks">
        {CHOICES.map((choice) => (
          <li key={choice} className={choice}>
            <span className="shape" aria-hidden />
            <b>{formatNumber(pass.mine[choice])}</b> {CHOICE_LABEL[choice].toLowerCase()}
          </li>
        ))}
      </ul>
      {pass.seconds >= 60 && <p>It took you {timeTaken(pass.seconds)}.</p>}
      {round?.state === "closed" && left > 0 && <p>The round is closed: what is left stays without your mark.</p>}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {pass.putOff > 0 && (
          <a className={buttonClass("primary")} href={later}>
            {formatNumber(pass.putOff)} put off: go through them
          </a>
        )}
        {passed > 0 && (
          <a className={buttonClass(pass.putOff > 0 ? "default" : "primary")} href={again}>
            {formatCount(passed, "is", "are")} still without your mark: go through them
          </a>
        )}
        {left === 0 && (
          <Link
            className={buttonClass("primary")}
            href={pass.split > 0 ? agendaPath(teamSlug, conference.slug) : board}
            prefetch={false}
          >
            {pass.split > 0
              ? `${formatNumber(pass.split)} ${pass.split === 1 ? "is" : "are"} split: see the agenda`
              : "See the board"}
          </Link>
        )}
      </div>
    </section>
  );
}
