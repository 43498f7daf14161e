import { formatDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import { ok } from "@/lib/errors/problem";

import type { ExportAbout, ExportFormat, ExportWriter } from "./types";

/**
 * What a file shows and as of when, in a sentence: "Shortlist of Content Platform for AWS re:Invent 2020, as of Mon 4 Jan
 * 2021, 11:20 UTC. No filter set." A blind round's hidden marks are told too.
 */
export function aboutLine(what: string, { conference, team, filter, at, hidden }: ExportAbout): string {
  return [
    `${what} of ${team.name} for ${conference.name}, as of ${formatDateTime(at)}.`,
    filter === null ? "No filter set." : `Only ${filter}.`,
    hidden > 0 ? `Marks on ${formatCount(hidden, "announcement")} are hidden while the round is blind.` : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}

/** The writer of a format that takes no options. */
export function fixed(writer: ExportWriter): ExportFormat["writer"] {
  return () => ok(writer);
}
