import type { Convention, Proposal } from "./propose/proposal";

export type Weighed = { proposal: Proposal; own: number };
export type Chosen = { proposal: Proposal; weight: number };

/** What must speak for a proposal before it is shown. */
const THRESHOLD = 2.5;
/** From here a proposal is convincing on its own and tells of the post's convention. */
const CONVINCING = 1.5;

type Habit = { convention: Convention; key: string; convincing: number; share: number };

/**
 * Infers how this author marks announcements from the whole post and keeps what follows that habit, and what is
 * convincing without it. Headings of different levels, and items of different nesting, are habits of their own. `reserve` is what must speak for each beyond the usual.
 */
export function choose(weighed: readonly Weighed[], reserve: number): Chosen[] {
  const habits = habitsOf(weighed);
  const leading = leadingHabit(habits);
  return weighed
    .map(({ proposal, own }) => ({
      proposal,
      weight: own - reserve + habitWeight(habits.get(habitKey(proposal)), leading),
    }))
    .filter((chosen) => chosen.weight >= THRESHOLD);
}

function habitKey({ convention, entry, marks }: Proposal): string {
  if (convention === "heading" || convention === "item") return `${convention} ${entry.block.depth}`;
  if (convention === "announcing") return marks.length > 0 ? "announcing marked" : "announcing";
  if (convention !== "lead") return convention;
  const kinds = [...new Set(marks.map((mark) => mark.kind))].sort().join("+");
  return `lead ${entry.block.kind} ${kinds}`;
}

function habitsOf(weighed: readonly Weighed[]): Map<string, Habit> {
  const groups = new Map<string, Weighed[]>();
  for (const each of weighed) {
    const key = habitKey(each.proposal);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return new Map(
    [...groups].map(([key, group]) => {
      const convincing = group.filter((each) => each.own >= CONVINCING).length;
      const convention = group[0]?.proposal.convention ?? "inline";
      return [key, { convention, key, convincing, share: convincing / group.length }];
    }),
  );
}

/** The habit that most convincing proposals follow, once there are three of them. */
function leadingHabit(habits: Map<string, Habit>): Habit | null {
  const strong = [...habits.values()].filter((habit) => isStrong(habit) && isLayout(habit));
  return strong.reduce<Habit | null>((best, habit) => (!best || strength(habit) > strength(best) ? habit : best), null);
}

/** Running text can announce anything; only what is set apart shows how a post is laid out. */
function isLayout({ key }: Habit): boolean {
  return key !== "inline" && key !== "announcing";
}

function isStrong(habit: Habit): boolean {
  return habit.convincing >= 3 && habit.share >= 0.5;
}

/** Words that announce are rarer than bold type and say more. */
function strength(habit: Habit): number {
  return habit.convincing * habit.share * (habit.convention === "announcing" ? 2 : 1);
}

function habitWeight(habit: Habit | undefined, leading: Habit | null): number {
  if (!habit) return 0;
  const isLeading = habit === leading;
  // Between headings that name announcements stand others that only order the text, so they must bring more.
  if (isLeading) return habit.share < 0.7 || habit.convention === "heading" ? 1.5 : 2;
  const bonus = isStrong(habit) && habit.convention !== "inline" ? 0.5 : 0;
  return bonus - (leading && leading.convincing >= 4 ? 1 : 0) - (habit.convention === "item" ? 0.5 : 0);
}
