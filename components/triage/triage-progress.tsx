"use client";

import { ArrowUpDown } from "lucide-react";

import { triagePath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import { menuItem } from "@/components/ui/menu-item";
import { Progress } from "@/components/ui/progress";
import { formatNumber } from "@/lib/format/number";
import { TRIAGE_ORDERS, type TriageOrder } from "@/lib/voting/triage/ask";
import { paceOf, timeLeft } from "@/lib/voting/triage/pace";

import { useTriage } from "./triage-provider";
import { shownMarked } from "./triage-state";

const ORDER_WORDS: Record<TriageOrder, string> = {
  talked: "most talked about",
  closing: "closest to quorum",
  newest: "newest",
  category: "category",
};

/** How far one is, how long the rest takes at one's own pace, and the order it comes in. */
export function TriageProgress() {
  const [marked, { triage, teamSlug }] = useTriage((state) => shownMarked(state, state.pending));
  const [pace] = useTriage((state) => paceOf(state.gaps));
  const [putOff] = useTriage((state) => state.putOff);
  const { head, ask } = triage;
  const { total } = head.counts;
  const left = Math.max(0, total - marked);
  const isOpen = head.round?.state !== "closed";
  const path = (order: TriageOrder) => triagePath(teamSlug, head.conference.slug, null, { order });
  return (
    <div className="triage-progress">
      <b>
        {formatNumber(marked)} of {formatNumber(total)}
      </b>
      <div className="flex-1">
        <Progress share={total > 0 ? marked / total : 0} label={`${marked} of ${total} marked`} isMine />
      </div>
      {left > 0 && isOpen && <span>{timeLeft(left, pace)}</span>}
      {ask.isLater ? (
        <a href={path(ask.order)}>Leave what was put off</a>
      ) : (
        putOff > 0 && (
          <a href={triagePath(teamSlug, head.conference.slug, null, { order: ask.order, isLater: true })}>
            {formatNumber(putOff)} put off
          </a>
        )
      )}
      {!ask.isLater && (
        <Menu
          align="right"
          buttonClass={buttonClass("quiet", "small")}
          button={
            <>
              <ArrowUpDown aria-hidden className="size-3.5" />
              <span>
                Order<span className="max-sm:sr-only">: {ORDER_WORDS[ask.order]}</span>
              </span>
            </>
          }
        >
          <nav aria-label="Order" className="grid">
            {TRIAGE_ORDERS.filter((order) => order !== "closing" || head.round?.state === "open").map((order) => (
              <a
                key={order}
                href={path(order)}
                aria-current={order === ask.order ? "true" : undefined}
                className={`${menuItem} first-letter:uppercase`}
              >
                {ORDER_WORDS[order]}
              </a>
            ))}
          </nav>
        </Menu>
      )}
    </div>
  );
}
