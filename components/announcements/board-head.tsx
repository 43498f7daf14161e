"use client";

import { MessageSquare } from "lucide-react";

import type { BoardRow } from "@/lib/catalogue/board/types";

type Props = {
  members: number;
  rows: readonly BoardRow[];
  selected: ReadonlySet<string>;
  onToggleAll: () => void;
};

/** The head of the board's table, with the box that selects all rows that are shown. */
export function BoardHead({ members, rows, selected, onToggleAll }: Props) {
  const isAll = rows.length > 0 && rows.every(({ id }) => selected.has(id));
  const isSome = !isAll && selected.size > 0;
  return (
    <thead>
      <tr>
        <th scope="col">
          <input
            type="checkbox"
            aria-label="Select all shown"
            checked={isAll}
            onChange={onToggleAll}
            ref={(box) => {
              if (box) box.indeterminate = isSome;
            }}
          />
        </th>
        <th scope="col">My mark</th>
        <th scope="col">Announcement</th>
        <th scope="col">Team of {members}</th>
        <th scope="col">Sources</th>
        <th scope="col">
          <MessageSquare aria-label="Comments" role="img" className="inline size-3.5" />
        </th>
      </tr>
    </thead>
  );
}
