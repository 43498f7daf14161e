import "server-only";

import { randomUUID } from "node:crypto";

import type { Tx } from "@/lib/db/client";
import type { Candidate, Place } from "@/lib/recap/types";

import { comparable, matchCandidates } from "../imports/known";
import { sharedLinks } from "../imports/own-links";
import { sourceAddress } from "../imports/same-source";
import { MAX_TITLE } from "../imports/schema";
import { storable, storableCandidate, type FoundCandidate } from "../imports/storable";

/** The feed whose items are added to its import. */
export type Appending = {
  id: string;
  teamId: string;
  conferenceId: string;
  createdById: string;
  url: string;
  title: string;
};

export type OpenImport = { id: string; text: string; last: number };

/** Beyond this the text of an import is not kept for the eye; its candidates have their excerpts. */
const LONGEST_TEXT = 2_000_000;

/**
 * Adds candidates to the feed's import that is under review, or to a new one when there is none, and gives their ids in
 * their order. What each seems to be is looked up as for a post. The feed's row must be held.
 */
export async function appendCandidates(
  tx: Tx,
  feed: Appending,
  candidates: readonly FoundCandidate[],
): Promise<string[]> {
  const open = (await findOpen(tx, feed.id)) ?? (await startImport(tx, feed));
  const stored = candidates.map(storableCandidate);
  const shared = sharedLinks(stored.map(({ links }) => links));
  const wanted = stored.map((candidate) => comparable(candidate, shared));
  const matches = await matchCandidates(tx, feed.conferenceId, wanted);
  const { text, places } = written(open.text, stored);
  const rows = stored.map((candidate, index) => ({
    ...columnsOf(candidate),
    id: randomUUID(),
    importId: open.id,
    position: open.last + index + 1,
    startOffset: places[index]?.start ?? null,
    endOffset: places[index]?.end ?? null,
    announcementId: matches[index]?.announcementId ?? null,
    matchReason: matches[index]?.reason ?? null,
  }));
  await tx.import.update({ where: { id: open.id }, data: { text }, select: { id: true } });
  await tx.candidate.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

/** The feed's import under review, held so that it cannot be published while candidates are added; null for none. */
export async function findOpen(tx: Tx, feedId: string): Promise<OpenImport | null> {
  const [open] = await tx.$queryRaw<{ id: string; text: string }[]>`
    SELECT import.id, import.text FROM import JOIN feed ON feed.import_id = import.id
    WHERE feed.id = ${feedId}::uuid AND state = 'reviewing' FOR UPDATE OF import`;
  if (!open) return null;
  const { _max } = await tx.candidate.aggregate({ where: { importId: open.id }, _max: { position: true } });
  return { ...open, last: _max.position ?? 0 };
}

/** Makes an import to which the feed's items are added from now on. */
export async function startImport(tx: Tx, feed: Appending): Promise<OpenImport> {
  const id = await addImport(tx, feed, "");
  await tx.feed.update({ where: { id: feed.id }, data: { importId: id }, select: { id: true } });
  return { id, text: "", last: 0 };
}

/** Adds an import that says where its items came from; whether the feed adds to it is not said here. */
export async function addImport(tx: Tx, feed: Appending, text: string): Promise<string> {
  const { id } = await tx.import.create({
    data: {
      teamId: feed.teamId,
      conferenceId: feed.conferenceId,
      createdById: feed.createdById,
      format: "text",
      title: storable(feed.title).slice(0, MAX_TITLE),
      url: feed.url,
      canonicalUrl: sourceAddress(feed.url),
      text,
    },
    select: { id: true },
  });
  return id;
}

function columnsOf(candidate: FoundCandidate) {
  const { title, services, category, availability, links, figures, take, excerpt, section, confidence } = candidate;
  return {
    ...{ title, services, category, availability, links, figures, take, excerpt, section, confidence },
    vendorId: candidate.vendorId ?? null,
    readTitle: title,
    readAvailability: availability,
  };
}

/** The text with each item behind it, and where each stands. */
function written(before: string, candidates: readonly Candidate[]): { text: string; places: (Place | null)[] } {
  let text = before;
  const places = candidates.map(({ title, excerpt }) => {
    const passage = excerpt === "" || excerpt === title ? title : `${title}\n\n${excerpt}`;
    if (text.length + passage.length > LONGEST_TEXT) return null;
    const start = text === "" ? 0 : text.length + 2;
    text = text === "" ? passage : `${text}\n\n${passage}`;
    return { start, end: start + passage.length };
  });
  return { text, places };
}
