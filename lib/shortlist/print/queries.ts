import "server-only";

import { ok, refuseNotFound, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { openSource } from "../export/source";
import type { ExportAbout } from "../export/types";
import type { ShortlistFilter } from "../filter";
import { readTotals } from "../page/totals";
import type { ShortlistTotals } from "../page/types";
import { readShortlistEntries, readShortlistHead, readShortlistRows } from "../rows";
import type { ShortlistRow } from "../types";

/** Rows on paper: some forty pages. Who needs more reads a spreadsheet. */
export const PRINTED_ROWS = 1_000;

/** Notes beside what nobody has settled yet. */
const PRINTED_NOTES = 3;

export type Printout = {
  about: ExportAbout;
  /** The first thousand of both lists together, in order. */
  decided: ShortlistRow[];
  leaning: ShortlistRow[];
  /** Over all there are, printed or not; leaning is null where the filter leaves out what nobody owns yet. */
  totals: Pick<ShortlistTotals, "decided" | "leaning" | "days" | "withoutDays">;
};

/** The shortlist as a document of paper, for whoever may export it. */
export async function readPrintout(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: ShortlistFilter,
): Promise<Result<Printout>> {
  const permitted = permit(viewer, "shortlist.export");
  if (!permitted.ok) return permitted;
  const [head, source] = await Promise.all([
    readShortlistHead(viewer, conferenceSlug),
    openSource(viewer, conferenceSlug, { filter, shows: { people: true, notes: true } }),
  ]);
  if (!head || !source) return refuseNotFound("conference");
  const [entries, { totals }] = await Promise.all([
    readShortlistEntries(viewer, head, filter),
    readTotals(viewer, head, filter),
  ]);
  const wanted = { members: head.members, notes: PRINTED_NOTES };
  const rows = await readShortlistRows(viewer, entries.slice(0, PRINTED_ROWS), wanted);
  return ok({
    about: source.about,
    decided: rows.filter(({ standing }) => standing === "decided"),
    leaning: rows.filter(({ standing }) => standing === "leans"),
    totals,
  });
}
