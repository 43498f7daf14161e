"use client";

import { useRouter } from "next/navigation";
import { startTransition, use, useLayoutEffect, useRef, useState } from "react";

import { EMPTY_FORM } from "@/lib/errors/form";
import type { DecidedRow } from "@/lib/shortlist/page/types";

import { answered, moveTo, sending, shownOrder, type Move, type OrderState } from "./order-state";
import type { RowNews } from "./row-news";
import { OwnChangesContext } from "./shortlist-live";
import type { MoveAction } from "./states";

type Row = Pick<DecidedRow, "id" | "title" | "place" | "delivery">;

const NO_ANSWER = "No answer from the server. Look at your connection, then move again.";

/**
 * The lead's order as the page draws it: a move shows at once, is stored in the background one after another, and goes
 * back with a reason where it is not stored. What had the focus keeps it while its row moves.
 */
export function useOrder(
  rows: readonly Row[],
  action: MoveAction | null,
  tell: (news: RowNews) => void,
): { order: string[]; move: (id: string, place: number) => void } {
  const [opened, setOpened] = useState(rows);
  const [state, setState] = useState<OrderState>(() => opening(rows));
  const sent = useRef(Promise.resolve());
  const focused = useRef<Element | null>(null);
  const router = useRouter();
  const tellOwn = use(OwnChangesContext);
  // Drawn anew by the server, the list knows what is stored; what is still on its way may be in it, and moving twice is once.
  if (opened !== rows) {
    setOpened(rows);
    setState(({ pending }) => ({ ...opening(rows), pending }));
  }
  const order = shownOrder(state);

  useLayoutEffect(() => {
    // Moving a row in the page takes the focus from what is in it.
    const element = focused.current;
    focused.current = null;
    if (!(element instanceof HTMLElement) || !element.isConnected) return;
    element.focus({ preventScroll: true });
    element.closest("tr")?.scrollIntoView({ block: "nearest" });
  }, [state]);

  async function store(move: Move, row: Row, action: MoveAction) {
    const answer = await action(EMPTY_FORM, formOf(move, row)).catch(() => null);
    const problem = answer ? answer.problem?.message : NO_ANSWER;
    tellOwn(carriedOf(rows, answer?.moved?.places ?? { [row.id]: row.place }));
    if (answer?.problem) startTransition(() => router.refresh());
    focused.current = focusedIn(move.id);
    setState((before) => answered(before, problem === undefined));
    tell(
      problem === undefined
        ? { text: answer?.done ?? "", isStored: true }
        : { text: `${row.title} was not moved. ${problem}`, isStored: false },
    );
  }

  function move(id: string, place: number) {
    const row = rows.find((one) => one.id === id);
    const wanted = moveTo(order, id, place);
    if (!action || !row || !wanted) return;
    focused.current = focusedIn(id);
    setState((before) => sending(before, wanted));
    tellOwn({ [id]: null });
    sent.current = sent.current.then(() => store(wanted, row, action));
  }

  return { order, move };
}

function carriedOf(rows: readonly Row[], places: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    rows.flatMap(({ id, delivery }) => {
      const place = places[id];
      return place === undefined ? [] : [[id, { place, delivery }]];
    }),
  );
}

function opening(rows: readonly Row[]): OrderState {
  return { stored: rows.map(({ id }) => id), pending: [] };
}

/** What has the focus in a row that is about to move. */
function focusedIn(id: string): Element | null {
  const active = document.activeElement;
  return active?.closest("tr")?.id === `a-${id}` ? active : null;
}

function formOf({ id, before, after }: Move, { title }: Row): FormData {
  const form = new FormData();
  form.set("announcementId", id);
  form.set("title", title);
  if (before) form.set("before", before);
  if (after) form.set("after", after);
  return form;
}
