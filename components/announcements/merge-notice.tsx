import Link from "next/link";
import type { ReactNode } from "react";

import { announcementPath } from "@/components/paths";
import type { MergedFrom } from "@/lib/catalogue/merging/types";
import type { FormAction } from "@/lib/errors/form";
import { isSlug } from "@/lib/text/slug";

import { MergeForm } from "./merge-form";

type Props = {
  merges: readonly MergedFrom[];
  /** The merge that was just made, and the announcement that was just parted again, as the address says. */
  merged: string | string[] | undefined;
  parted: string | string[] | undefined;
  teamSlug: string;
  undo: FormAction;
};

/** What a lead has just done here: a merge, with the way back, or an undone one, with the way to the other. */
export function MergeNotice({ merges, merged, parted, teamSlug, undo }: Props) {
  const made = merges.find(({ mergeId }) => mergeId === merged);
  if (made) {
    return (
      <Notice>
        <span className="min-w-0 wrap-anywhere">Merged “{made.title}” into this one.</span>
        {made.canUndo && (
          <MergeForm action={undo} fields={{ mergeId: made.mergeId }} size="small">
            Undo
          </MergeForm>
        )}
      </Notice>
    );
  }
  if (typeof parted !== "string" || !isSlug(parted)) return null;
  return (
    <Notice>
      <span>Undone: the other announcement is there again, with everything it had.</span>
      <Link prefetch={false} href={announcementPath(teamSlug, parted)}>
        Open it
      </Link>
    </Notice>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <div
      role="status"
      className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line-strong bg-surface px-3 py-2 text-sm text-ink"
    >
      {children}
    </div>
  );
}
