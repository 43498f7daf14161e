import "server-only";

import { z } from "zod";

import type { Tx } from "@/lib/db/client";

import { findSource, identityOf, textHash } from "./same-source";

/** What a source says of itself, as it is kept on the import that changed it. */
export const sourceFactsSchema = z.object({
  title: z.string(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  publishedOn: z.iso.datetime().nullable(),
});

/**
 * The source of an import that is being published: a new one, or the one that it is an edition of, brought up to date. The
 * same text is one source, whoever read it in. Gives its id, and notes it on the import with what it said before.
 */
export async function publishSource(tx: Tx, importId: string): Promise<string> {
  const { text, ...facts } = await tx.import.findUniqueOrThrow({
    where: { id: importId },
    select: {
      ...{ conferenceId: true, text: true, title: true, author: true },
      ...{ url: true, canonicalUrl: true, publishedOn: true },
    },
  });
  // Of the text as it is now: a feed's grows while it is under review.
  const keys = { ...facts, textHash: textHash(text) };
  const identity = identityOf(keys);
  const known = await findSource(tx, keys);
  if (!known) {
    // Somebody else may be publishing the same text: the first makes the source.
    const { id } = await tx.source.upsert({
      where: { identity },
      create: { identity, ...facts },
      update: {},
      select: { id: true },
    });
    await tx.import.update({ where: { id: importId }, data: { sourceId: id } });
    return id;
  }
  const { identity: was, ...before } = await tx.source.findUniqueOrThrow({ where: { id: known }, select: FACTS });
  const now = [identity, keys.textHash].includes(was) ? before : newer(before, facts);
  const isChanged = JSON.stringify(now) !== JSON.stringify(before);
  if (isChanged) await tx.source.update({ where: { id: known }, data: now });
  await tx.import.update({
    where: { id: importId },
    data: {
      sourceId: known,
      ...(isChanged && { sourceBefore: { ...before, publishedOn: isoOf(before.publishedOn) } }),
    },
  });
  return known;
}

type Facts = {
  title: string;
  author: string | null;
  url: string | null;
  canonicalUrl: string | null;
  publishedOn: Date | null;
};

const FACTS = {
  identity: true,
  title: true,
  author: true,
  url: true,
  canonicalUrl: true,
  publishedOn: true,
} as const;

/** What a newer edition does not say, the earlier one did. */
function newer(before: Facts, { title, author, url, canonicalUrl, publishedOn }: Facts): Facts {
  return {
    title,
    author: author ?? before.author,
    url: url ?? before.url,
    canonicalUrl: canonicalUrl ?? before.canonicalUrl,
    publishedOn: publishedOn ?? before.publishedOn,
  };
}

function isoOf(date: Date | null): string | null {
  return date && date.toISOString();
}
