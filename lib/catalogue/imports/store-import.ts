import "server-only";

import type { Tx } from "@/lib/db/client";
import { NO_FACTS } from "@/lib/recap/document";
import { recogniseFormat } from "@/lib/recap/format";
import type { Format, SourceFacts } from "@/lib/recap/types";

import { sharedLinks } from "./own-links";
import { sourceAddress, textHash, type SourceKeys } from "./same-source";
import { MAX_TITLE } from "./schema";
import { readBackground, settle, type Background } from "./settle";
import { storable, storableCandidate, type FoundCandidate } from "./storable";

/** For whom something is read in. */
export type Reader = { teamId: string; personId: string };

/** A source as it was read: `text` is what the places of its candidates count in. */
export type Post = {
  text: string;
  fileName: string | null;
  reading: { format: Format; source: SourceFacts; announcements: readonly FoundCandidate[] };
};

/** How many of what an import found are new, and how many an earlier edition of its source brought in. */
export type StoredImport = { importId: string; found: number; known: number };

/**
 * Stores a source that was read for a team, with its candidates as `settle` finds them, for review. Asks nobody's
 * permission: that is the caller's part. The same text is not looked for.
 */
export async function storeImport(tx: Tx, by: Reader, conferenceId: string, post: Post): Promise<StoredImport> {
  const candidates = post.reading.announcements.map(storableCandidate);
  const { importId, keys } = await addImport(tx, by, conferenceId, post, "reviewing");
  const shared = sharedLinks(candidates.map(({ links }) => links));
  const background = await readBackground(tx, { ...keys, teamId: by.teamId, importId }, shared);
  await noteSource(tx, importId, background);
  const known = await storeCandidates(tx, { importId, background, from: 0 }, candidates);
  return { importId, found: candidates.length, known };
}

/** Adds an import whose text is read and stored later, a part at a time, because it is long. */
export async function addUnread(
  tx: Tx,
  by: Reader,
  conferenceId: string,
  { text, fileName }: Omit<Post, "reading">,
): Promise<StoredImport> {
  const reading = { format: recogniseFormat(text), source: NO_FACTS };
  const { importId } = await addImport(tx, by, conferenceId, { text, fileName, reading }, "reading");
  return { importId, found: 0, known: 0 };
}

/** What a source says of itself, as the columns of its import. */
export function factsOf({ text, fileName, reading: { format, source } }: Unstored) {
  const url = source.url && storable(source.url);
  return {
    title: storable(source.title?.trim() || fileName || firstLine(text)).slice(0, MAX_TITLE),
    author: source.author && storable(source.author),
    url,
    canonicalUrl: sourceAddress(url),
    textHash: textHash(text),
    publishedOn: source.publishedOn ? new Date(source.publishedOn) : null,
    format,
  };
}

type Unstored = Omit<Post, "reading"> & { reading: Omit<Post["reading"], "announcements"> };

async function addImport(
  tx: Tx,
  by: Reader,
  conferenceId: string,
  post: Unstored,
  state: "reading" | "reviewing",
): Promise<{ importId: string; keys: SourceKeys }> {
  const facts = factsOf(post);
  const { text, fileName } = post;
  const { id } = await tx.import.create({
    data: { ...facts, state, conferenceId, fileName, text, teamId: by.teamId, createdById: by.personId },
    select: { id: true },
  });
  return { importId: id, keys: { ...facts, conferenceId } };
}

/** Remembers which source an import is a newer edition of. */
export async function noteSource(tx: Tx, importId: string, { sourceId }: Background): Promise<void> {
  if (sourceId) await tx.import.update({ where: { id: importId }, data: { sourceId } });
}

/** Stores some candidates of an import behind the first `from`, and gives how many of them are known. */
export async function storeCandidates(
  tx: Tx,
  { importId, background, from }: { importId: string; background: Background; from: number },
  candidates: readonly FoundCandidate[],
): Promise<number> {
  const standings = await settle(tx, background, candidates);
  await tx.candidate.createMany({
    data: candidates.map((candidate, index) => ({
      ...columnsOf(candidate),
      ...standings[index],
      importId,
      position: from + index + 1,
    })),
  });
  return standings.filter(({ resolution }) => resolution === "known").length;
}

function columnsOf({ place, ...candidate }: FoundCandidate) {
  const { title, services, category, availability, links, figures, take, excerpt, section, confidence } = candidate;
  return {
    ...{ title, services, category, availability, links, figures, take, excerpt, section, confidence },
    vendorId: candidate.vendorId ?? null,
    readTitle: title,
    readAvailability: availability,
    startOffset: place?.start ?? null,
    endOffset: place?.end ?? null,
  };
}

function firstLine(text: string): string {
  return text.trimStart().split("\n", 1)[0]?.trim() || "Pasted text";
}
