"use client";

import { Fragment, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from "react";

import { useInAppLinks } from "@/components/ui/use-in-app-links";
import type { FormAction } from "@/lib/errors/form";
import type { DecidedRow, ShortlistTotals } from "@/lib/shortlist/page/types";

import { DecidedRowView, OPENING } from "./decided-row";
import { DecidedTotal } from "./decided-total";
import { dragRow } from "./drag-row";
import { MoveForm } from "./move-form";
import { ProgressForm } from "./progress-form";
import { RowEditor } from "./row-editor";
import type { RowNews } from "./row-news";
import { RowToast } from "./row-toast";
import type { MoveAction } from "./states";
import { useOrder } from "./use-order";
import { useProgress } from "./use-progress";

/** The row whose form is open, by its slug, and which of the two. */
export type Opened = { slug: string; form: "move" | "progress" };

type Props = {
  rows: readonly DecidedRow[];
  totals: ShortlistTotals;
  teamSlug: string;
  personId: string;
  /** The day it is, YYYY-MM-DD. */
  today: string;
  /** Given to leads alone. */
  move: MoveAction | null;
  record: FormAction;
  /** What the address opens, for pages without JavaScript. */
  opened: Opened | null;
  /** The page's address without what it opens. */
  here: string;
};

/**
 * What is decided, in the lead's order. Leads drag a row by its handle, move it with Alt and the arrows, or type its place;
 * whatever they do shows at once and goes back where it is not stored.
 */
export function DecidedList({ totals, teamSlug, personId, today, move: action, opened, here, ...given }: Props) {
  const [news, setNews] = useState<RowNews | null>(null);
  const { recorded, record } = useProgress(given.rows, given.record, setNews);
  const { order, move } = useOrder(given.rows, action, setNews);
  const ordered = order.flatMap((id) => recorded.get(id) ?? []);
  const [open, setOpen] = useState(opened);
  const table = useRef<HTMLTableElement>(null);
  const followLink = useInAppLinks();
  const total = totals.decided;

  function handleKeyDown(event: KeyboardEvent) {
    const row = rowOf(event.target);
    if (event.key === "Escape" && open) return close();
    const step = STEP[event.key];
    if (!event.altKey || step === undefined || !row || !action) return;
    event.preventDefault();
    move(row.id.slice(2), ordered.findIndex(({ id }) => `a-${id}` === row.id) + step);
  }

  function handlePointerDown({ nativeEvent, target }: PointerEvent) {
    const row = rowOf(target);
    const isPress = nativeEvent.isPrimary && nativeEvent.button === 0;
    if (!isPress || !row || !action || !(target instanceof Element) || !target.closest(".grip")) return;
    const moving = [...(table.current?.querySelectorAll<HTMLElement>("tr[id^=a-]") ?? [])];
    dragRow(nativeEvent, { row, rows: moving, onDrop: (place) => move(row.id.slice(2), place) });
  }

  function handleClick(event: MouseEvent) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.getAttribute("form") !== OPENING) return followLink(event);
    event.preventDefault();
    const form = button.name === "move" ? "move" : "progress";
    const isOpen = open?.slug === button.value && open.form === form;
    setOpen(isOpen ? null : { slug: button.value, form });
  }

  function close() {
    const row = ordered.find(({ slug }) => slug === open?.slug);
    setOpen(null);
    if (row) table.current?.querySelector<HTMLElement>(`#a-${row.id} button[name=${open?.form}]`)?.focus();
  }

  return (
    <>
      <table
        ref={table}
        className="decided"
        onKeyDown={handleKeyDown}
        onPointerDown={handlePointerDown}
        onClick={handleClick}
      >
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Order</span>
            </th>
            <th scope="col">Announcement</th>
            <th scope="col">Owner</th>
            <th scope="col">Target</th>
            <th scope="col">Effort</th>
            <th scope="col">Progress</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((row, n) => (
            <Fragment key={row.id}>
              <DecidedRowView
                row={row}
                number={n + 1}
                teamSlug={teamSlug}
                personId={personId}
                today={today}
                canOrder={action !== null}
                canRecord={action !== null || row.owner?.personId === personId}
                isOpen={open?.slug === row.slug}
              />
              {action && open?.slug === row.slug && open.form === "move" && (
                <RowEditor closeHref={here} onClose={close}>
                  <MoveForm
                    row={row}
                    number={n + 1}
                    total={total}
                    action={action}
                    onMove={(place) => {
                      if (place > ordered.length && total > ordered.length) return false;
                      close();
                      move(row.id, place - 1);
                      return true;
                    }}
                  />
                </RowEditor>
              )}
              {open?.slug === row.slug && open.form === "progress" && (
                <RowEditor closeHref={here} onClose={close}>
                  <ProgressForm
                    row={row}
                    today={today}
                    action={given.record}
                    onRecord={(form) => {
                      record(row, form);
                      close();
                    }}
                  />
                </RowEditor>
              )}
            </Fragment>
          ))}
        </tbody>
        <DecidedTotal totals={totals} />
      </table>
      <RowToast news={news} onDismiss={() => setNews(null)} />
    </>
  );
}

const STEP: Partial<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

function rowOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("tr[id^=a-]") : null;
}
