"use client";

import { useRouter } from "next/navigation";
import { createElement, useRef, useState, type FocusEvent, type MouseEvent, type SubmitEvent } from "react";

import { announcementPath } from "@/components/paths";
import { useInAppLinks } from "@/components/ui/use-in-app-links";
import { useOnDemand } from "@/components/ui/use-on-demand";
import type { Group } from "@/lib/catalogue/board/filter";
import { CHOICES } from "@/lib/voting/types";

import { moveCursor, rowElement } from "./board-cursor";
import { BoardFoot } from "./board-foot";
import { BoardHead } from "./board-head";
import { BoardHelp } from "./board-help";
import type { BoardCommand } from "./board-keys";
import { BoardPageRows } from "./board-page-rows";
import { useBoard } from "./board-provider";
import { useBoardKeys } from "./use-board-keys";
import { useBoardPages } from "./use-board-pages";
import { useBoardSelection } from "./use-board-selection";

type BoardRowsProps = {
  teamSlug: string;
  members: number;
  /** By what the rows are parted under headings. */
  group: Group;
  /** Why marks cannot be set, when the round is closed. */
  closed: string | null;
  /** Where marks are posted, and where the browser is led back to without JavaScript. */
  door: string;
  returnTo: string;
  /** The address of the next page, to which its cursor is added, and of its rows as JSON. */
  nextHref: string;
  rowsHref: string;
  /** How many the view holds in all, or null when a filter narrows it. */
  total: number | null;
};

const loadBulk = () => import("./board-bulk").then((file) => file.BoardBulk);
const loadNote = () => import("./board-note").then((file) => file.BoardNote);

/** The rows of the board in one form, whose buttons mark; with JavaScript in place, without it by posting the form. */
export function BoardRows(props: BoardRowsProps) {
  const { teamSlug, members, group, closed, door, returnTo, nextHref, rowsHref, total } = props;
  const [pages, store] = useBoard((board) => board.pages);
  const [pending] = useBoard((board) => board.pending);
  const { rows } = store.snapshot();
  const [current, setCurrent] = useState<string | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const router = useRouter();
  const list = useRef<HTMLFormElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const { selected, toggle, toggleAll, clear } = useBoardSelection(rows);
  const load = useBoardPages(list, rowsHref, (ids) => [...selected, edited ?? ""].some((id) => ids.has(id)));
  const Bulk = useOnDemand(loadBulk, selected.size > 0);
  const Note = useOnDemand(loadNote, edited !== null);

  function act(command: BoardCommand) {
    if (command.kind === "move") return void moveCursor(store, current, command.to, load);
    if (command.kind === "undo") return store.undo();
    if (command.kind === "help") return help.current?.showModal();
    if (command.kind === "search") return document.querySelector<HTMLElement>("[type=search]")?.focus();
    if (command.kind === "clear") return clear();
    const row = rows.find(({ id }) => id === current);
    if (!row) return;
    if (closed && (command.kind === "mark" || command.kind === "withdraw")) return store.tell(closed);
    if (command.kind === "mark") store.mark(row.id, command.choice);
    if (command.kind === "withdraw") store.withdraw(row.id);
    if (command.kind === "note") setEdited(row.id);
    if (command.kind === "thread") router.push(`${announcementPath(teamSlug, row.slug)}#comment`);
    if (command.kind === "select" || command.kind === "select-to") toggle(row.id, command.kind === "select-to");
  }
  useBoardKeys(act);
  const followLink = useInAppLinks();

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    const button = event.nativeEvent.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const [id = "", asked] = button.value.split(":");
    const choice = CHOICES.find((known) => known === asked);
    if (choice) store.mark(id, choice);
  }

  function handleClick(event: MouseEvent) {
    if (event.target instanceof HTMLInputElement && event.target.name === "select") {
      return toggle(event.target.value, event.shiftKey);
    }
    followLink(event);
  }

  function handleFocus(event: FocusEvent) {
    const row = event.target.closest("tr[id]");
    if (row) setCurrent(row.id.slice(2));
  }

  function closeNote() {
    setEdited(null);
    if (edited) rowElement(edited)?.querySelector("a")?.focus({ preventScroll: true });
  }

  const shown = { teamSlug, members, group, current, edited, selected, pending, Note, isClosed: closed !== null };
  return (
    <>
      <form ref={list} className="board-list" method="post" action={door} onSubmit={handleSubmit}>
        <input type="hidden" name="returnTo" value={returnTo} />
        <table className="board" onFocus={handleFocus} onClick={handleClick}>
          <BoardHead members={members} rows={rows} selected={selected} onToggleAll={toggleAll} />
          {pages.map((page, n) => (
            <BoardPageRows
              key={page.after ?? ""}
              page={page}
              number={n}
              before={pages[n - 1]?.rows?.at(-1)}
              {...shown}
              onCloseNote={closeNote}
            />
          ))}
        </table>
        <noscript>
          <p className="flex flex-wrap items-center gap-2 border-t border-line px-3 py-2 text-sm">
            Mark all selected:
            {CHOICES.map((choice) => (
              <button key={choice} name="marks" value={choice} className="min-h-8 px-2 underline">
                {choice}
              </button>
            ))}
            <button name="marks" value="withdraw" className="min-h-8 px-2 underline">
              withdraw
            </button>
          </p>
        </noscript>
        <BoardFoot
          nextHref={nextHref}
          total={total}
          onMore={() => load("next")}
          onHelp={() => help.current?.showModal()}
        />
      </form>
      {Bulk &&
        selected.size > 0 &&
        createElement(Bulk, {
          count: selected.size,
          onMark: (choice) => (closed ? store.tell(closed) : store.markMany([...selected], choice)),
          onClear: clear,
        })}
      <BoardHelp ref={help} />
    </>
  );
}
