import Link from "next/link";

import type { Board } from "@/lib/catalogue/board-types";
import { isNarrowed, WHOLE_BOARD, type BoardFilter } from "@/lib/catalogue/board-query";

import { boardPath, NEW_IMPORT_PATH } from "./paths";

/** Why the list is empty and what to do about it: no announcements yet, none that match, or all of them marked. */
export function BoardEmpty({
  board,
  teamSlug,
  filter,
  canImport,
}: {
  board: Board;
  teamSlug: string;
  filter: BoardFilter;
  canImport: boolean;
}) {
  const { slug } = board.conference;
  if (board.counts.total === 0) {
    return (
      <section className="board-empty">
        <h2>Nothing to mark yet</h2>
        <p>Debrief needs something to read: a recap post, a vendor’s feed, or a list of your own.</p>
        {canImport ? (
          <Link className="board-action" href={NEW_IMPORT_PATH} prefetch={false}>
            Read a source
          </Link>
        ) : (
          <p>A lead of the team can read one in.</p>
        )}
      </section>
    );
  }
  if (isNarrowed(filter)) {
    const everywhere = { ...filter, view: "all", after: null } as const;
    return (
      <section className="board-empty">
        <h2>{filter.q ? `Nothing matches “${filter.q}”` : "Nothing matches these filters"}</h2>
        {filter.view === "todo" && (
          <p>
            What you have marked is not in this view.{" "}
            <Link href={boardPath(teamSlug, slug, everywhere)} prefetch={false}>
              Look in all {board.counts.total}
            </Link>
          </p>
        )}
        <Link className="board-action" href={boardPath(teamSlug, slug)} prefetch={false}>
          Clear filters
        </Link>
      </section>
    );
  }
  return <BoardAllMarked teamSlug={teamSlug} board={board} />;
}

/** What is said after the last mark, with the way on. */
export function BoardAllMarked({ board, teamSlug }: { board: Board; teamSlug: string }) {
  const all = { ...WHOLE_BOARD, view: "all" } as const;
  const { slug } = board.conference;
  return (
    <section className="board-empty">
      <h2>All marked.</h2>
      <p>Next: what the team does not agree on.</p>
      <p>
        <Link className="board-action" href={boardPath(teamSlug, slug, { ...all, lean: ["split"] })} prefetch={false}>
          See where the team is split
        </Link>
        <Link href={boardPath(teamSlug, slug, all)} prefetch={false}>
          Show all {board.counts.total}
        </Link>
      </p>
    </section>
  );
}
