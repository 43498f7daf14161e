import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";

import type { ExportAbout } from "../export/types";
import type { ShortlistNote, ShortlistRow, ShortlistStanding } from "../types";

export type Column = {
  name: string;
  cell: (row: ShortlistRow, about: ExportAbout) => string;
  /** The cell is a web address, or empty. */
  isAddress?: true;
};

/** The columns of an exported table, in order, with their cells as plain text. */
export const COLUMNS: readonly Column[] = [
  { name: "Announcement", cell: ({ title }) => title },
  { name: "Services", cell: ({ services }) => services.join(", ") },
  { name: "Category", cell: ({ category }) => CATEGORY_LABEL[category] },
  { name: "Availability", cell: ({ availability }) => AVAILABILITY_LABEL[availability] },
  { name: "Standing", cell: ({ standing }) => STANDING_LABELS[standing] },
  { name: "Adopt", cell: ({ tally }) => counted(tally?.adopt) },
  { name: "Investigate", cell: ({ tally }) => counted(tally?.investigate) },
  { name: "Ignore", cell: ({ tally }) => counted(tally?.ignore) },
  { name: "Not marked", cell: ({ unmarked }) => String(unmarked) },
  { name: "Reason", cell: ({ decision }) => decision?.reason ?? "" },
  { name: "Notes", cell: ({ notes }) => notes.map(noteLine).join("\n") },
  { name: "Link", cell: ({ link }) => link ?? "", isAddress: true },
  { name: "Address in Debrief", cell: ({ address }) => address, isAddress: true },
];

function noteLine({ name, choice, note }: ShortlistNote): string {
  return name === null ? `${choice}: ${note}` : `${name} (${choice}): ${note}`;
}

/** Empty where the marks are hidden: nothing is never the same as nobody. */
function counted(count: number | undefined): string {
  return count === undefined ? "" : String(count);
}

const STANDING_LABELS: Record<ShortlistStanding, string> = { decided: "Decided adopt", leans: "Leans adopt" };
