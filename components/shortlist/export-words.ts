import { formatDateTime } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";

type Exported = {
  team: string;
  /** How many are on it; leaning is null where the filter leaves it out. */
  totals: { decided: number; leaning: number | null };
  /** The filter in words; null when none is set. */
  filter: string | null;
  at: Date;
  /** The zone the moment is said in. */
  zone?: string;
};

/**
 * What an export holds, before it is made: "Six decided and 14 leaning announcements of Content Platform, as of Mon 4 Jan
 * 2021, 11:20 GMT. No filter set."
 */
export function exportWords({ team, totals: { decided, leaning }, filter, at, zone }: Exported): string {
  const parts = [decided > 0 && `${formatNumber(decided)} decided`, leaning && `${formatNumber(leaning)} leaning`];
  const counted = parts.filter((part) => typeof part === "string").join(" and ");
  const isOne = decided + (leaning ?? 0) === 1;
  const sentence = `${counted || "no"} announcement${isOne ? "" : "s"} of ${team}, as of ${formatDateTime(at, zone)}.`;
  return `${spelledAtStart(sentence)} ${filter === null ? "No filter set." : `Only ${filter}.`}`;
}

/** A sentence does not begin with a figure where a word will do. */
function spelledAtStart(sentence: string): string {
  const spelled = sentence.replace(/^\d+(?![\d,])/, (figure) => NUMBERS[Number(figure)] ?? figure);
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

const NUMBERS = "no,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve".split(",");
