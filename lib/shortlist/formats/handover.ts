import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { formatDay } from "@/lib/format/date";
import { formatTarget } from "@/lib/voting/decisions/target";

import type { ShortlistRow } from "../types";

import { effortWords, marksWords, progressWords } from "./decision-words";

/** One thing that a tracker's issue says of an announcement, as plain text. */
export type Fact = { name: string; text: string };

/** What the issue for an announcement says beside its reason, in the order in which it says it. */
export function factsOf(row: ShortlistRow): Fact[] {
  const { decision } = row;
  const facts: (Fact | null)[] = [
    decision && { name: "Decided", text: `${decision.choice} on ${formatDay(decision.at)}${byWhom(decision.by)}` },
    fact("Owner", decision?.owner?.name),
    fact("Target", decision?.target && formatTarget(decision.target)),
    fact("Effort", decision && effortWords(decision)),
    fact("Progress", decision && progressWords(decision)),
    fact("Services", row.services.join(", ")),
    fact("Category", CATEGORY_LABEL[row.category]),
    fact("Availability", AVAILABILITY_LABEL[row.availability]),
    fact("Marks", marksWords(row)),
  ];
  return facts.filter((each) => each !== null);
}

/** The decided part of a shortlist, in the lead's order; what comes after it is not read. */
export async function* decidedOf(shortlist: AsyncIterable<ShortlistRow>): AsyncGenerator<ShortlistRow> {
  for await (const row of shortlist) {
    if (row.standing !== "decided") return;
    yield row;
  }
}

function fact(name: string, text: string | null | undefined): Fact | null {
  return text ? { name, text } : null;
}

function byWhom(by: { name: string } | null): string {
  return by ? ` by ${by.name}` : "";
}
