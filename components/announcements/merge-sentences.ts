import type { MergePreview } from "@/lib/catalogue/merging/types";
import { formatCount, formatNumber } from "@/lib/format/number";

/** What a merge would do, a sentence for each thing that it touches; what it leaves alone comes last. */
export function mergeSentences(preview: MergePreview): string[] {
  const { marks, comments, otherTeams, candidates } = preview;
  return [
    marksMoving(marks.moving),
    ...(marks.both > 0 ? [markedBoth(marks.both)] : []),
    ...(comments > 0 ? [`${formatCount(comments, "comment")} ${moves(comments)} into its thread.`] : []),
    ...decisions(preview.decision),
    ...details(preview),
    ...(candidates > 0
      ? [`${formatCount(candidates, "candidate")} of your imports under review ${comesWith(candidates)}.`]
      : []),
    ...(otherTeams > 0
      ? [
          `${formatCount(otherTeams, "other team")} worked on these announcements too, and ${is(otherTeams)} counted above.`,
        ]
      : []),
    "Title, summary, category and availability of the kept one stay as they are.",
    "The address of the other leads to the kept one. A lead can undo all of it.",
  ];
}

function marksMoving(count: number): string {
  if (count === 0) return "No mark moves.";
  return `${formatCount(count, "mark")} ${moves(count)}, with ${count === 1 ? "its note" : "their notes"}.`;
}

function markedBoth(count: number): string {
  return count === 1
    ? "1 person marked both: their newer mark stands, the older is in the history."
    : `${formatNumber(count)} people marked both: their newer marks stand, the older are in the history.`;
}

function decisions({ own, othersBoth }: MergePreview["decision"]): string[] {
  const others =
    othersBoth === 0
      ? []
      : [`${formatCount(othersBoth, "other team")} decided both: the newer decision stands, the older is put aside.`];
  if (!own) return others;
  if (own.kind === "moves") return [`Your team’s decision to ${own.choice} moves.`, ...others];
  const outcome =
    own.stands === own.gives
      ? `Your team decided ${own.stands} on both: the newer decision stands, the older is put aside.`
      : `Your team decided both: ${own.stands} is newer and stands, ${own.gives} is put aside.`;
  return [outcome, ...others];
}

function details({ sources, links, services }: MergePreview): string[] {
  const added = [
    sources > 0 && formatCount(sources, "source"),
    links > 0 && formatCount(links, "link"),
    services > 0 && formatCount(services, "service"),
  ].filter((part) => part !== false);
  if (added.length === 0) return [];
  const list = added.length === 1 ? added[0] : `${added.slice(0, -1).join(", ")} and ${added.at(-1)}`;
  return [`${list} ${is(sources + links + services)} added.`];
}

function moves(count: number): string {
  return count === 1 ? "moves" : "move";
}

function comesWith(count: number): string {
  return count === 1 ? "is merged with the kept one instead" : "are merged with the kept one instead";
}

function is(count: number): string {
  return count === 1 ? "is" : "are";
}
