import { describeTitle } from "../describe/title";
import type { Proposal } from "../propose/proposal";

import { likelierAround, type Leader } from "./around";
import { isSetApart } from "./convention";
import { formOf } from "./place-signs";
import type { Post, Signs } from "./types";

/** How likely a proposal is by itself, as the log of its odds. */
export type Judged = { proposal: Proposal; logit: number };

/** A form with few examples tells little: it begins as if it had this many more, this likely. */
const PRIOR_COUNT = 2;
const PRIOR_CHANCE = 0.2;
/** Beyond these odds an opinion carries no more weight. */
const MAX_LOGIT = 6;

/**
 * What the post's own habits say of each proposal: how likely those are that its author wrote in the same form, in the
 * whole post and in the same section, and whether something likelier stands around it, inside it or in its place.
 */
export function habitSigns(judged: readonly Judged[], post: Post): Signs[] {
  const chances = judged.map(({ logit }) => chanceOf(logit));
  const forms = judged.map(({ proposal }) => formOf(proposal));
  const sections = judged.map(({ proposal }, i) => `${proposal.entry.headings.at(-1)?.index ?? -1} ${forms[i]}`);
  const byForm = groupsOf(forms, chances);
  const bySection = groupsOf(sections, chances);
  const titles = judged.map(({ proposal }) => describeTitle(proposal.title).toLowerCase());
  const byTitle = groupsOf(titles, chances);
  const elsewhere = serviceElsewhere(judged, titles, chances);
  const most = Math.max(...[...byForm.values()].map(({ sum }) => sum), 1e-9);

  const leader = leadingForm(byForm);
  const shares = forms.map((form, i) => others(byForm.get(form), chances[i] ?? 0));
  const bestShare = Math.max(
    0.05,
    ...[...byForm.values()].filter(({ count }) => count >= 3).map(({ count, sum }) => sum / count),
  );
  const around = likelierAround(
    judged.map(({ proposal }, i) => ({
      proposal,
      title: titles[i] ?? "",
      form: forms[i] ?? "",
      chance: chances[i] ?? 0,
      share: shares[i] ?? 0,
    })),
    leader,
  );
  const high = highest(judged.map(({ logit }) => logit));
  return judged.map(({ logit }, i) => {
    const chance = chances[i] ?? 0;
    const form = byForm.get(forms[i] ?? "");
    const section = bySection.get(sections[i] ?? "");
    return new Map([
      ["any", 1],
      ["own", clamp(logit)],
      ["own against the post's best", Math.max(logit - high, -MAX_LOGIT)],
      ["form share", shares[i] ?? 0],
      ["form share against the best", Math.min((shares[i] ?? 0) / bestShare, 1)],
      ["form leads", (form?.sum ?? 0) / most],
      ["off the leading form", leader && leader.form !== forms[i] ? leader.share * leader.size : 0],
      [
        `${isSetApart(forms[i] ?? "") ? "set apart" : "in running text"} off the leading form`,
        leader && leader.form !== forms[i] ? leader.share * leader.size : 0,
      ],
      ["form of many", Math.min(form?.count ?? 1, 30) / 30],
      ["form alone", form?.count === 1 ? 1 : 0],
      ["siblings share", others(section, chance)],
      ["siblings alone", section?.count === 1 ? 1 : 0],
      [`post promises ${post.promise ?? "nothing"}`, 1],
      ["post titled by its conference", post.isTitledConference ? 1 : 0],
      ["post code", Math.min(post.document.codeBlocks, 6) / 3],
      ["post of no conference", post.isOfConference ? 0 : 1],
      ["said again", Math.min((byTitle.get(titles[i] ?? "")?.count ?? 1) - 1, 3) / 3],
      ["service elsewhere", elsewhere[i] ?? 0],
      ...(around[i] ?? []),
    ]);
  });
}

type Group = { count: number; sum: number };

/** The odds that the best few of a post reach; one alone may be chance. */
function highest(logits: readonly number[]): number {
  const sorted = [...logits].sort((a, b) => b - a);
  return sorted[Math.min(3, sorted.length - 1)] ?? 0;
}

/** The form that most of the likely ones have, how likely its members are, and from 0 to 1 whether it is of several. */
function leadingForm(byForm: ReadonlyMap<string, Group>): Leader | null {
  const laidOut = [...byForm].filter(([form]) => isSetApart(form));
  const [form, group] = laidOut.reduce<[string, Group] | []>(
    (best, next) => (next[1].sum > (best[1]?.sum ?? 0) ? next : best),
    [],
  );
  return form && group ? { form, share: group.sum / group.count, size: Math.min(group.sum, 5) / 5 } : null;
}

function groupsOf(keys: readonly string[], chances: readonly number[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  keys.forEach((key, i) => {
    const group = groups.get(key) ?? { count: 0, sum: 0 };
    group.count += 1;
    group.sum += chances[i] ?? 0;
    groups.set(key, group);
  });
  return groups;
}

/** The mean chance of the others of a group. */
function others(group: Group | undefined, own: number): number {
  const { count, sum } = group ?? { count: 1, sum: own };
  return (sum - own + PRIOR_COUNT * PRIOR_CHANCE) / (count - 1 + PRIOR_COUNT);
}

/** The best chance of another title that names the same service first; a service is seldom announced twice in a post. */
function serviceElsewhere(judged: readonly Judged[], titles: readonly string[], chances: readonly number[]): number[] {
  const best = new Map<string, { title: string; chance: number }[]>();
  const named = judged.map(({ proposal }) => leadingService(proposal));
  named.forEach((service, i) => {
    if (service === null) return;
    const title = titles[i] ?? "";
    const list = (best.get(service) ?? []).filter(
      (other) => other.title !== title || other.chance >= (chances[i] ?? 0),
    );
    if (!list.some((other) => other.title === title)) list.push({ title, chance: chances[i] ?? 0 });
    best.set(service, list.sort((a, b) => b.chance - a.chance).slice(0, 2));
  });
  return named.map((service, i) => {
    const title = titles[i] ?? "";
    return best.get(service ?? "")?.find((other) => other.title !== title)?.chance ?? 0;
  });
}

function leadingService({ entry, title }: Proposal): string | null {
  const at = entry.block.text.indexOf(title);
  const mention = entry.mentions.find(({ start, end }) => start >= at && end <= at + title.length);
  return mention?.service.slug ?? null;
}

function clamp(logit: number): number {
  return Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, logit));
}

function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
