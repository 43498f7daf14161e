import type { Triage, TriageCard } from "@/lib/voting/triage/types";
import type { Mine } from "@/lib/voting/types";

import { ahead, append, nextUnmarked, prepend, replace } from "./triage-state";
import type { TriageSnapshot, TriageWorld } from "./triage-types";

/** Fewer cards ahead than this, and more are asked for: a minute without a connection is then a minute of marking. */
const WANTED_AHEAD = 6;

type Held = {
  current: () => TriageSnapshot;
  set: (changes: Partial<TriageSnapshot>) => void;
  go: (index: number) => void;
  say: (text: string) => void;
  mineOf: (id: string) => Mine | null;
};

/** What an open triage asks the server for as one goes on and back, one question at a time. */
export function createMore(world: TriageWorld, opened: Triage, { current, set, go, say, mineOf }: Held) {
  let isLoading = false;
  /** The furthest place that was loaded, also when its card has been put off since. */
  let farthest = opened.cards.at(-1)?.cursor ?? null;
  /** What was put off is asked for again only once that is stored. */
  let puttingOff: Promise<unknown> = Promise.resolve();

  return {
    refill,
    refresh,
    /** The cards before the first one, and one step back. */
    async before() {
      const [first] = current().cards;
      if (!first) return;
      const more = await world.load({ before: first.cursor });
      if (!more || more.cards.length === 0) return say(more ? "This is the first one." : "Debrief did not answer.");
      set(prepend(current(), more.cards));
      go(current().at - 1);
    },
    async reopen(slug: string) {
      const index = current().cards.findIndex((card) => card.slug === slug);
      if (index !== -1) return go(index);
      const more = await world.load({ at: slug });
      const [card] = more?.cards ?? [];
      if (!card) return;
      farthest = card.cursor;
      set({ cards: [card], at: 0, hasMore: true, pass: null });
      await refill();
    },
    keepPutOff(id: string, isPutOff: boolean) {
      puttingOff = puttingOff.then(async () => {
        if (!(await world.putOff(id, isPutOff)))
          say("That was not kept: Debrief did not answer. It holds in this tab alone.");
      });
    },
  };

  /** Asks for more cards while there are few ahead, and at the end for how the way went. */
  async function refill() {
    const state = current();
    const isAtEnd = state.at >= state.cards.length && state.pass === null;
    const isLow = state.hasMore && ahead(state, state.pending).length < WANTED_AHEAD;
    // How the way went is told once all of it is stored.
    const isDone = isAtEnd && (state.hasMore || !state.cards.some(({ id }) => state.pending.has(id)));
    if (isLoading || !(isLow || isDone)) return;
    isLoading = true;
    await puttingOff;
    const more = await world.load({ after: farthest });
    isLoading = false;
    farthest = more?.cards.at(-1)?.cursor ?? farthest;
    set(more ? { ...append(current(), isDone ? more : { ...more, pass: null }), isStuck: false } : { isStuck: true });
    if (!more || more.cards.length === 0) return;
    // Past the last card the first that came is the one to show, unless it was marked in another window meanwhile.
    const { cards, at, pending, moving } = current();
    const here = cards[at];
    if (isAtEnd && here && moving === null && mineOf(here.id) !== null) return go(nextUnmarked(current(), pending));
    await refill();
  }

  /** Looks at a card again. */
  async function refresh(card: TriageCard) {
    const more = await world.load({ at: card.slug });
    const [fresh] = more?.cards ?? [];
    if (fresh && fresh.id === card.id) set(replace(current(), fresh));
  }
}
