import "server-only";

import { hash } from "node:crypto";

import type { Tx } from "@/lib/db/client";

import { canonicalUrl } from "../canonical-url";

/** By what a source is known again. */
export type SourceKeys = {
  conferenceId: string;
  title: string;
  author: string | null;
  /** As `sourceAddress` gives it. */
  canonicalUrl: string | null;
  textHash: string;
};

// Far more editions than anybody reads; the newest come first.
const EDITIONS = 100;

/** By what a text is known again, whoever read it in. */
export function textHash(text: string): string {
  return `sha256:${hash("sha256", text)}`;
}

/** The canonical link of a source, or null: an address without a path is a whole site, and tells no source from another. */
export function sourceAddress(url: string | null): string | null {
  const canonical = url && canonicalUrl(url);
  return canonical && /^https:\/\/[^/]+\/./.test(canonical) ? canonical : null;
}

/** What a source of a conference is stored under; those of earlier releases have the text's hash alone. */
export function identityOf({ textHash: hashed, conferenceId }: Pick<SourceKeys, "textHash" | "conferenceId">): string {
  return `${hashed}@${conferenceId}`;
}

/**
 * The source of the conference that this is an edition of, or null: the one with the same canonical link, else with the
 * same title and author unless their links differ, else the one with the same text.
 */
export async function findSource(tx: Tx, keys: SourceKeys): Promise<string | null> {
  const { conferenceId, title, author, canonicalUrl: address } = keys;
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, created_at, identity IN (${identityOf(keys)}, ${keys.textHash}) AS same_text,
        coalesce(canonical_url = ${address}, false) AS same_link,
        lower(title) = lower(${title}) AND lower(coalesce(author, '')) = lower(${author ?? ""})
          AND (canonical_url IS NULL OR ${address}::text IS NULL) AS same_title
      FROM source
      WHERE conference_id = ${conferenceId}::uuid
    ) AS known
    WHERE same_text OR same_link OR same_title
    ORDER BY same_link DESC, same_title DESC, created_at DESC, id
    LIMIT 1`;
  return found?.id ?? null;
}

/** The team's earlier imports of the same source, newest first; those that were discarded do not count. */
export async function listEditions(
  tx: Tx,
  { teamId, importId, sourceId, ...keys }: SourceKeys & { teamId: string; importId: string; sourceId: string | null },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM import
    WHERE conference_id = ${keys.conferenceId}::uuid AND team_id = ${teamId}::uuid AND id <> ${importId}::uuid
      AND state IN ('reviewing', 'published')
      AND (source_id = ${sourceId}::uuid OR canonical_url = ${keys.canonicalUrl} OR text_hash = ${keys.textHash}
        OR (lower(title) = lower(${keys.title}) AND lower(coalesce(author, '')) = lower(${keys.author ?? ""})
          AND (canonical_url IS NULL OR ${keys.canonicalUrl}::text IS NULL)))
    ORDER BY created_at DESC, id LIMIT ${EDITIONS}`;
  return rows.map(({ id }) => id);
}
