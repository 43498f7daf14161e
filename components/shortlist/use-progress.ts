"use client";

import { use, useState } from "react";

import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";
import type { DecidedRow } from "@/lib/shortlist/page/types";

import type { RowNews } from "./row-news";
import { OwnChangesContext } from "./shortlist-live";

type Recorded = Pick<DecidedRow, "delivery" | "deliveryOn">;

const NONE: ReadonlyMap<string, Recorded> = new Map();
const NO_ANSWER = "No answer from the server. Look at your connection, then say it again.";

/**
 * The rows by id, with what became of them as the page draws it: what somebody says shows at once, and goes back with a reason
 * where it is not stored.
 */
export function useProgress(
  rows: readonly DecidedRow[],
  action: FormAction,
  tell: (news: RowNews) => void,
): { recorded: ReadonlyMap<string, DecidedRow>; record: (row: DecidedRow, form: FormData) => void } {
  const [opened, setOpened] = useState(rows);
  const [said, setSaid] = useState(NONE);
  const tellOwn = use(OwnChangesContext);
  // Drawn anew by the server, the list knows what is stored.
  if (opened !== rows) {
    setOpened(rows);
    setSaid(NONE);
  }

  async function record(row: DecidedRow, form: FormData) {
    const delivery = (["planned", "started", "done", "dropped"] as const).find((one) => one === form.get("delivery"));
    if (!delivery) return;
    setSaid((before) => new Map(before).set(row.id, { delivery, deliveryOn: String(form.get("on") ?? "") || null }));
    tellOwn({ [row.id]: null });
    const answer = await action(EMPTY_FORM, form).catch(() => null);
    const problem = answer ? answer.problem?.message : NO_ANSWER;
    if (problem === undefined) return tell({ text: `${row.title} is ${delivery}, stored.`, isStored: true });
    tellOwn({ [row.id]: { place: row.place, delivery: row.delivery } });
    setSaid((before) => new Map([...before].filter(([id]) => id !== row.id)));
    tell({ text: `${row.title} stays ${row.delivery}. ${problem}`, isStored: false });
  }

  return {
    recorded: new Map(rows.map((row) => [row.id, said.has(row.id) ? { ...row, ...said.get(row.id) } : row])),
    record: (row, form) => void record(row, form),
  };
}
