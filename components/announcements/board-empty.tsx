import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";
import type { Board } from "@/lib/catalogue/board/types";
import { isNarrowed, WHOLE_BOARD, type BoardFilter } from "@/lib/catalogue/board/filter";

import { boardPath } from "@/components/paths";

const PANEL = "mb-2 grid justify-items-start gap-2 rounded-lg border border-line bg-surface p-6";
const HEADING = "text-lg wrap-anywhere";

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
      <section className={PANEL}>
        <h2 className={HEADING}>Nothing to mark yet</h2>
        <p>Debrief needs something to read: a recap post, a vendor’s feed, or a list of your own.</p>
        {canImport ? (
          <Link className={buttonClass("primary")} href="/imports/new" prefetch={false}>
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
      <section className={PANEL}>
        <h2 className={HEADING}>{filter.q ? `Nothing matches “${filter.q}”` : "Nothing matches these filters"}</h2>
        {filter.view === "todo" && (
          <p>
            What you have marked is not in this view.{" "}
            <Link href={boardPath(teamSlug, slug, everywhere)} prefetch={false}>
              Look in all {board.counts.total}
            </Link>
          </p>
        )}
        <Link className={buttonClass("primary")} href={boardPath(teamSlug, slug)} prefetch={false}>
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
    <section className={PANEL}>
      <h2 className={HEADING}>All marked.</h2>
      <p>Next: what the team does not agree on.</p>
      <p className="mt-2 flex flex-wrap items-center gap-4">
        <Link
          className={buttonClass("primary")}
          href={boardPath(teamSlug, slug, { ...all, lean: ["split"] })}
          prefetch={false}
        >
          See where the team is split
        </Link>
        <Link href={boardPath(teamSlug, slug, all)} prefetch={false}>
          Show all {board.counts.total}
        </Link>
      </p>
    </section>
  );
}
