"use server";

import { refresh } from "next/cache";

import type { MoveState } from "@/components/shortlist/states";
import { formState, typedValues } from "@/lib/errors/form";
import { teamViewerResult } from "@/lib/identity/gates";
import { parseShortlistFilter } from "@/lib/shortlist/filter";
import { moveOnShortlist } from "@/lib/shortlist/order";

/**
 * Moves a row of the shortlist. The team and the page's filter are bound by the page; whether the viewer belongs to the team
 * is asked anew. The page that asked draws the move itself, so that it is drawn again only where it could not know.
 */
export async function moveOnShortlistAction(
  team: string,
  query: string,
  _: MoveState,
  form: FormData,
): Promise<MoveState> {
  const { announcementId = "", title = "", before, after, to } = typedValues(form);
  const viewer = await teamViewerResult(team);
  const result = viewer.ok
    ? await moveOnShortlist(viewer.value, {
        announcementId,
        before: before || null,
        after: after || null,
        to: to === undefined ? null : to.trim() === "" ? Number.NaN : Number(to),
        filter: parseShortlistFilter(new URLSearchParams(query)),
      })
    : viewer;
  if (!result.ok) return formState(result, form, "");
  const moved = result.value;
  if (form.has("draw")) refresh();
  return { done: `Moved ${title} to ${moved.position} of ${moved.of}.`, moved };
}
