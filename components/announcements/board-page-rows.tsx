"use client";

import { Fragment, memo, type ComponentType } from "react";

import type { Group } from "@/lib/catalogue/board/filter";
import { groupOf } from "@/lib/catalogue/board/groups";
import type { BoardRow } from "@/lib/catalogue/board/types";

import { BoardRowView } from "./board-row";
import type { BoardPage, BoardState } from "./board-state";

type Props = {
  page: BoardPage;
  number: number;
  /** The row above the first. */
  before: BoardRow | undefined;
  teamSlug: string;
  members: number;
  group: Group;
  current: string | null;
  edited: string | null;
  selected: ReadonlySet<string>;
  pending: BoardState["pending"];
  isClosed: boolean;
  /** The editor of a note, once its code is there. */
  Note: ComponentType<{ id: string; columns: number; onClose: () => void }> | null;
  onCloseNote: () => void;
};

/** Columns that a heading or a note spans, beside the last one, which leaves with another below some width. */
const SPAN = 5;

/** One page of rows; of one that is far away its height alone, so that nothing moves. */
export const BoardPageRows = memo(function BoardPageRows(props: Props) {
  const { page, number, before, group, current, edited, selected, pending, Note } = props;
  if (!page.rows) {
    return (
      <tbody data-page={number} className="board-gap">
        <tr style={{ height: page.height }}>
          <td colSpan={SPAN + 1} />
        </tr>
      </tbody>
    );
  }
  return (
    <tbody data-page={number}>
      {page.rows.map((row, n, rows) => (
        <Fragment key={row.id}>
          {isFirstOfGroup(row, rows[n - 1] ?? before, group) && <GroupHeading heading={groupOf(row, group)} />}
          <BoardRowView
            row={row}
            teamSlug={props.teamSlug}
            members={props.members}
            isCurrent={row.id === current}
            isSelected={selected.has(row.id)}
            isPending={pending.has(row.id)}
            isClosed={props.isClosed}
          />
          {Note && row.id === edited && <Note id={row.id} columns={SPAN} onClose={props.onCloseNote} />}
        </Fragment>
      ))}
    </tbody>
  );
});

function isFirstOfGroup(row: BoardRow, before: BoardRow | undefined, group: Group): boolean {
  const heading = groupOf(row, group);
  return heading !== null && (!before || groupOf(before, group) !== heading);
}

/** Above the first row of each group. */
function GroupHeading({ heading }: { heading: string | null }) {
  return (
    <tr className="group-row">
      <th scope="rowgroup" colSpan={SPAN}>
        {heading}
      </th>
      <td />
    </tr>
  );
}
