"use client";

import { MessageSquare } from "lucide-react";
import { Fragment, useRef, useState, type FocusEvent, type SubmitEvent } from "react";

import { useInAppLinks } from "@/components/ui/use-in-app-links";
import type { Group } from "@/lib/catalogue/board/filter";
import { groupOf } from "@/lib/catalogue/board/groups";
import type { BoardRow } from "@/lib/catalogue/board/types";
import { CHOICES } from "@/lib/voting/types";

import { BoardFoot } from "./board-foot";
import { BoardHelp } from "./board-help";
import type { BoardCommand } from "./board-keys";
import { BoardNote } from "./board-note";
import { useBoard } from "./board-provider";
import { BoardRowView } from "./board-row";
import { useBoardKeys } from "./use-board-keys";

type BoardRowsProps = {
  teamSlug: string;
  members: number;
  /** By what the rows are parted under headings. */
  group: Group;
  /** Where marks are posted, and where the browser is led back to without JavaScript. */
  door: string;
  returnTo: string;
  /** The address of the next page, to which its cursor is added, and of its rows as JSON. */
  nextHref: string;
  rowsHref: string;
  /** How many the view holds in all, or null when a filter narrows it. */
  total: number | null;
};

/** The rows of the board in one form, whose buttons mark; with JavaScript in place, without it by posting the form. */
export function BoardRows({ teamSlug, members, group, door, returnTo, nextHref, rowsHref, total }: BoardRowsProps) {
  const [rows, store] = useBoard((board) => board.rows);
  const [current, setCurrent] = useState<string | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const help = useRef<HTMLDialogElement>(null);

  function act(command: BoardCommand) {
    if (command.kind === "move") return moveCursor(rows, current, command.by);
    if (command.kind === "undo") return store.undo();
    if (command.kind === "help") return help.current?.showModal();
    if (command.kind === "search") return document.querySelector<HTMLElement>("[type=search]")?.focus();
    if (!current) return;
    if (command.kind === "mark") store.mark(current, command.choice);
    if (command.kind === "withdraw") store.withdraw(current);
    if (command.kind === "note") setEdited(current);
  }
  useBoardKeys(act);
  const handleLinkClick = useInAppLinks();

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    const button = event.nativeEvent.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const [id = "", asked] = button.value.split(":");
    const choice = CHOICES.find((known) => known === asked);
    if (choice) store.mark(id, choice);
  }

  function handleFocus(event: FocusEvent) {
    const row = event.target.closest("tr[id]");
    if (row) setCurrent(row.id.slice(2));
  }

  function closeNote(id: string) {
    setEdited(null);
    focusRow(id);
  }

  return (
    <>
      <form className="board-list" method="post" action={door} onSubmit={handleSubmit}>
        <input type="hidden" name="returnTo" value={returnTo} />
        <table className="board" onFocus={handleFocus} onClick={handleLinkClick}>
          <thead>
            <tr>
              <th scope="col">My mark</th>
              <th scope="col">Announcement</th>
              <th scope="col">Team of {members}</th>
              <th scope="col">Sources</th>
              <th scope="col">
                <MessageSquare aria-label="Comments" role="img" className="inline size-3.5" />
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, n) => (
              <Fragment key={row.id}>
                <GroupHeading row={row} before={rows[n - 1]} group={group} />
                <BoardRowView row={row} teamSlug={teamSlug} members={members} isCurrent={row.id === current} />
                {row.id === edited && <BoardNote id={row.id} columns={4} onClose={() => closeNote(row.id)} />}
              </Fragment>
            ))}
          </tbody>
        </table>
        <BoardFoot nextHref={nextHref} rowsHref={rowsHref} total={total} onHelp={() => help.current?.showModal()} />
      </form>
      <BoardHelp ref={help} />
    </>
  );
}

/** Above the first row of each group. */
function GroupHeading({ row, before, group }: { row: BoardRow; before: BoardRow | undefined; group: Group }) {
  const heading = groupOf(row, group);
  if (heading === null || (before && groupOf(before, group) === heading)) return null;
  return (
    <tr className="group-row">
      <th scope="rowgroup" colSpan={4}>
        {heading}
      </th>
      <td />
    </tr>
  );
}

function moveCursor(rows: BoardRow[], current: string | null, by: 1 | -1) {
  const at = rows.findIndex(({ id }) => id === current);
  const next = rows[at === -1 ? 0 : at + by];
  if (next) focusRow(next.id);
}

/** The cursor is the focus, on the link of its row, so that Enter opens it and a screen reader reads it. */
function focusRow(id: string) {
  const row = document.getElementById(`a-${id}`);
  row?.querySelector("a")?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}
