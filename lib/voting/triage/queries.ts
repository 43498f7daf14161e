import "server-only";

import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { readKept } from "@/lib/catalogue/merging/queries";
import type { TeamViewer } from "@/lib/identity/types";
import { isSlug } from "@/lib/text/slug";

import type { TriageAsk } from "./ask";
import { fillCards, type Placed } from "./cards";
import { countPutOff, readGaps, readOwnMarks } from "./pass";
import { decodePlace } from "./place";
import { lastBefore, nextAfter, placeOf } from "./queue";
import type { Triage, TriagePass, TriageStretch } from "./types";

/** Where one stands, and the next two. */
const OPENED = 3;

/** Cards of one answer to a page that goes on. */
const MORE = 6;

/** Cards of one answer to a page that goes back. */
const BACK = 3;

/**
 * Triage as its page opens it: at the announcement the address names, whether marked or not, else at the first that needs
 * the viewer's mark; null when there is no such conference. About ten statements in three turns, whatever the number of
 * people or marks.
 */
export async function readTriage(viewer: TeamViewer, conferenceSlug: string, ask: TriageAsk): Promise<Triage | null> {
  const [head, gaps] = await Promise.all([readConferenceHead(viewer, conferenceSlug), readGaps(viewer)]);
  if (!head) return null;
  const here = ask.at ? await findPlace(viewer, head.id, ask, ask.at) : null;
  const [following, putOff] = await Promise.all([
    nextAfter(viewer, head.id, ask, here?.place ?? null, OPENED + 1),
    countPutOff(viewer, head.id),
  ]);
  const way = here ? [here, ...following] : following;
  const [first] = way;
  const [cards, before] = await Promise.all([
    fillCards(viewer, way.slice(0, OPENED)),
    first ? lastBefore(viewer, head.id, ask, first.place, 1) : [],
  ]);
  const [previous] = await fillCards(viewer, before);
  return {
    head,
    ask,
    cards,
    hasMore: way.length > OPENED,
    previous: previous ? { slug: previous.slug, title: previous.title } : null,
    putOff,
    gaps,
    pass: cards.length === 0 ? await passOf(viewer, head.id, putOff, head.split) : null,
  };
}

/** Which cards an open page asks for: those after or before a place it knows, or the one of a slug alone. */
export type CardsAsk = TriageAsk & { after: string | null; before: string | null };

/** More cards for an open page, and how the way went once there are none; null when there is no such conference. */
export async function readTriageCards(
  viewer: TeamViewer,
  conferenceSlug: string,
  { after, before, ...ask }: CardsAsk,
): Promise<(TriageStretch & { pass: TriagePass | null }) | null> {
  const head = await readConferenceHead(viewer, conferenceSlug);
  if (!head) return null;
  const from = decodePlace(before);
  if (from) {
    const cards = await fillCards(viewer, await lastBefore(viewer, head.id, ask, from, BACK));
    return { cards, hasMore: true, pass: null };
  }
  if (ask.at) {
    const here = await findPlace(viewer, head.id, ask, ask.at);
    return { cards: await fillCards(viewer, here ? [here] : []), hasMore: true, pass: null };
  }
  const placed = await nextAfter(viewer, head.id, ask, decodePlace(after), MORE + 1);
  const [cards, pass] = await Promise.all([
    fillCards(viewer, placed.slice(0, MORE)),
    placed.length === 0 ? endOf(viewer, head.id, head.split) : null,
  ]);
  return { cards, hasMore: placed.length > MORE, pass };
}

/** An announcement by its address, or the one that it was merged into. */
async function findPlace(
  viewer: TeamViewer,
  conferenceId: string,
  way: TriageAsk,
  slug: string,
): Promise<Placed | null> {
  if (!isSlug(slug)) return null;
  const placed = await placeOf(viewer, conferenceId, way, slug);
  if (placed) return placed;
  const kept = await readKept(viewer, slug);
  return kept ? placeOf(viewer, conferenceId, way, kept) : null;
}

async function endOf(viewer: TeamViewer, conferenceId: string, split: number): Promise<TriagePass> {
  return passOf(viewer, conferenceId, await countPutOff(viewer, conferenceId), split);
}

async function passOf(viewer: TeamViewer, conferenceId: string, putOff: number, split: number): Promise<TriagePass> {
  return { ...(await readOwnMarks(viewer, conferenceId)), putOff, split };
}
