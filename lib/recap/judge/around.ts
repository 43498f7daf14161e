import type { Entry } from "../outline";
import type { Proposal } from "../propose/proposal";

import { isSetApart } from "./convention";

/** The form that most of the likely ones have, how likely its members are, and from 0 to 1 whether it is of several. */
export type Leader = { form: string; share: number; size: number };

/** A proposal with its form, how likely it is by itself, and how likely those of its form are. */
export type Standing = { proposal: Proposal; title: string; form: string; chance: number; share: number };

/** What stands in one block and what it stands in; kept by block, since many proposals share one. */
type Around = {
  own: Standing[];
  /** The chances of the likely ones in the block, added up. */
  likely: number;
  bestShare: number;
  /** The best of those in whose text the block stands; null when there are none. */
  above: { heading: number | null; line: number | null; leading: number | null; share: number | null };
};

/** Below this, what stands in a text is no rival of it. */
const LIKELY = 0.3;

/**
 * Signs of what is around each: the best chance of a proposal whose text it stands in, how many likely ones stand in
 * its own text, and the best in its block. A text is a few blocks long, so the time grows with the number of proposals.
 */
export function likelierAround(standings: readonly Standing[], leader: Leader | null): [string, number][][] {
  const blocks = new Map<number, Around>();
  for (const each of standings) {
    const around = aroundOf(blocks, each.proposal.entry);
    around.own.push(each);
    around.likely += each.chance > LIKELY ? each.chance : 0;
    around.bestShare = Math.max(around.bestShare, each.share);
  }
  for (const outer of standings) {
    for (const below of outer.proposal.body.slice(1)) lieIn(outer, blocks.get(below.index), leader);
  }
  const rivals = rivalsOf(blocks);
  return standings.map((each) => [
    ...signsOfHolding(each, blocks),
    ...signsOfStanding(each, blocks.get(each.proposal.entry.index), leader),
    ["rival", rivals.get(each) ?? 0],
  ]);
}

function aroundOf(blocks: Map<number, Around>, { index }: Entry): Around {
  const known = blocks.get(index);
  if (known) return known;
  const above = { heading: null, line: null, leading: null, share: null };
  const made: Around = { own: [], likely: 0, bestShare: 0, above };
  blocks.set(index, made);
  return made;
}

function lieIn({ proposal, form, chance, share }: Standing, below: Around | undefined, leader: Leader | null): void {
  if (!below) return;
  const { above } = below;
  if (proposal.convention === "heading") above.heading = Math.max(above.heading ?? 0, chance);
  else above.line = Math.max(above.line ?? 0, chance);
  if (leader?.form === form) above.leading = Math.max(above.leading ?? 0, chance);
  above.share = Math.max(above.share ?? 0, share);
}

function signsOfHolding({ proposal, share }: Standing, blocks: ReadonlyMap<number, Around>): [string, number][] {
  let contains = 0;
  let likelier = 0;
  for (const { index } of proposal.body.slice(1)) {
    const below = blocks.get(index);
    contains += below?.likely ?? 0;
    likelier = Math.max(likelier, (below?.bestShare ?? 0) - share);
  }
  return [
    ["contains", Math.min(contains, 4) / 4],
    ["holds a likelier form", likelier],
  ];
}

function signsOfStanding(
  { form, share }: Standing,
  around: Around | undefined,
  leader: Leader | null,
): [string, number][] {
  if (!around) return [];
  const { heading, line, leading, share: best } = around.above;
  const way = isSetApart(form) ? "stands" : "is told";
  const signs: [string, number][] = [];
  if (heading !== null) signs.push([`${way} in a heading's text`, heading]);
  if (line !== null) signs.push([`${way} in a line's text`, line]);
  if (best !== null && best > share) signs.push(["told in a likelier form", best - share]);
  if (leader && leading !== null && leader.form !== form)
    signs.push([`${way} under the leading form`, leading * leader.share * leader.size]);
  return signs;
}

/** Of several names in one block, each meets the likeliest other one. */
function rivalsOf(blocks: ReadonlyMap<number, Around>): Map<Standing, number> {
  const rivals = new Map<Standing, number>();
  for (const { own } of blocks.values()) {
    const [first, second] = [...own].sort((a, b) => b.chance - a.chance);
    for (const each of own) {
      const rival = each === first ? second : first;
      if (rival && rival.title !== each.title) rivals.set(each, rival.chance);
    }
  }
  return rivals;
}
