"use client";

import { memo } from "react";

import { announcementPath } from "@/components/paths";
import { Avatar } from "@/components/ui/avatar";
import { formatDay } from "@/lib/format/date";
import type { DecidedRow } from "@/lib/shortlist/page/types";
import type { Delivery } from "@/lib/voting/decisions/decision";
import { formatTarget } from "@/lib/voting/decisions/target";

import { daysWords, overdueSince } from "./row-words";

/** The form whose buttons open a row's forms where there is no JavaScript: an address with the row in it. */
export const OPENING = "shortlist-open";

export const DELIVERY_LABEL: Record<Delivery, string> = {
  planned: "Planned",
  started: "Started",
  done: "Done",
  dropped: "Dropped",
};

type Props = {
  row: DecidedRow;
  /** Its place, counted from 1. */
  number: number;
  teamSlug: string;
  /** Who is looking: their own work is tinted. */
  personId: string;
  /** The day it is, YYYY-MM-DD. */
  today: string;
  canOrder: boolean;
  canRecord: boolean;
  isOpen: boolean;
};

/**
 * One announcement that is decided to be adopted. Two hundred are drawn at once, so it is made of few elements, its cells
 * are styled by their place, and it has no handlers: the list listens for all rows.
 */
export const DecidedRowView = memo(function DecidedRowView(props: Props) {
  const { row, number, teamSlug, personId, today, canOrder, canRecord, isOpen } = props;
  const { id, slug, title, services, reason, owner, target, effort, effortDays, against, delivery, deliveryOn } = row;
  const overdue = overdueSince(row, today);
  const progress = (
    <>
      {DELIVERY_LABEL[delivery]}
      {deliveryOn && <time dateTime={deliveryOn}>{formatDay(deliveryOn)}</time>}
    </>
  );
  return (
    <tr id={`a-${id}`} aria-current={isOpen || undefined}>
      <td>
        {canOrder ? (
          <button
            className="grip"
            form={OPENING}
            name="move"
            value={slug}
            aria-label={`Move ${title}, now ${number}`}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            title="Drag, or Alt+↑ and Alt+↓; press for another place"
          >
            {number}
          </button>
        ) : (
          number
        )}
      </td>
      <td>
        <a href={announcementPath(teamSlug, slug)}>{title}</a>
        <span className="about">
          {services.length > 0 && <span>{services.join(", ")}</span>}
          {reason && <b>{reason}</b>}
        </span>
        {against && <span className="against">Against the team’s lean, {against}</span>}
      </td>
      <td>
        {owner ? (
          <span className="own">
            <Avatar name={owner.name} size="s" isMe={owner.personId === personId} />
            {owner.name}
          </span>
        ) : (
          <span className="sub">nobody</span>
        )}
      </td>
      <td>
        {target ? formatTarget(target) : <span className="sub">no target</span>}
        {overdue && <span className="overdue">overdue since {overdue}</span>}
      </td>
      <td>
        {effort && <b>{effort}</b>}
        {effortDays !== null && daysWords(effortDays)}
        {!effort && effortDays === null && <span className="sub">not said</span>}
      </td>
      <td>
        {canRecord ? (
          <button className={`delivery ${delivery}`} form={OPENING} name="progress" value={slug}>
            <span className="sr-only">Progress of {title}: </span>
            {progress}
          </button>
        ) : (
          <span className={`delivery ${delivery}`}>{progress}</span>
        )}
      </td>
    </tr>
  );
});
