import { CATEGORY_LABEL } from "../labels";
import type { Group } from "./filter";
import type { BoardRow } from "./types";

/** The heading under which a row stands; null in a list without groups. */
export function groupOf({ category, services }: BoardRow, group: Group): string | null {
  if (group === "none") return null;
  // By its first service, so that an announcement of several stands in the list once.
  return group === "service" ? (services[0] ?? "No service") : CATEGORY_LABEL[category];
}
