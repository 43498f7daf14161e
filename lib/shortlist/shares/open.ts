import "server-only";

import { db } from "@/lib/db/client";
import { linkSecretHash } from "@/lib/identity/link-secret";

import type { ExportedFile } from "../export/queries";
import { formatOf, sharedFiles } from "../export/formats";
import { openSource } from "../export/source";
import type { ExportSource, ShareKind } from "../export/types";
import { bytesOf } from "../export/write";
import { parseShortlistFilter } from "../filter";
import { fileName } from "../formats/file-name";

import { shareAddress } from "./address";
import { lastDay } from "./expiry";

/** What somebody who holds a link is shown, read as nobody of the team. */
export type OpenShare = {
  kind: ShareKind;
  /** Its address, to which a slash and a file are added. */
  address: string;
  /** The last day on which it works, in UTC, YYYY-MM-DD; null when it does not expire. */
  until: string | null;
  /** The files it gives, by the last part of their address. */
  files: string[];
  source: ExportSource;
};

/**
 * A file of the link with this secret, made while it is sent; a picture in the `theme` that is asked for, which is all that
 * whoever holds a link can choose. It is null, in the same way and after the same look, for a secret
 * that nobody gave out, one whose link has ended or was revoked, and a file that its link does not give.
 */
export async function sharedFile(
  secret: string,
  file: string,
  theme: string | null = null,
): Promise<ExportedFile | null> {
  const link = await findLive(secret);
  const format = formatOf(file);
  if (!link || format?.shared !== link.kind) return null;
  const query = new URLSearchParams(link.query);
  if (theme !== null) query.set("theme", theme);
  const writer = format.writer(query);
  const source = writer.ok ? await sourceOf(link) : null;
  if (!writer.ok || !source) return null;
  const about = { ...source.about, self: `${shareAddress(secret)}/${file}` };
  return {
    name: fileName(about, file),
    contentType: format.contentType,
    body: bytesOf(writer.value({ ...source, about })),
  };
}

/** What the link with this secret shows, for people to look at; null as for its files. */
export async function openShare(secret: string): Promise<OpenShare | null> {
  const link = await findLive(secret);
  const source = link && (await sourceOf(link));
  if (!source) return null;
  const { kind, expiresAt } = link;
  const until = expiresAt && lastDay(expiresAt);
  return { kind, address: shareAddress(secret), until, files: sharedFiles(kind), source };
}

/** A link sees as somebody does who has marked nothing: while a round is blind, no mark but how many there are. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** What the link's files are made of; that it was opened is noted. */
async function sourceOf(link: Link): Promise<ExportSource | null> {
  noteUse(link.id);
  const { teamId, teamSlug, teamName, conference, query, people, notes } = link;
  const filter = parseShortlistFilter(new URLSearchParams(query));
  const reader = { teamId, teamSlug, teamName, personId: NOBODY };
  return openSource(reader, conference, { filter, shows: { people, notes } });
}

async function findLive(secret: string): Promise<Link | null> {
  const [link] = await db().$queryRaw<Link[]>`
    SELECT share_link.id, share_link.kind, share_link.query, share_link.shows_people AS people,
      share_link.shows_notes AS notes, share_link.expires_at AS "expiresAt", conference.slug AS conference,
      team.id AS "teamId", team.slug AS "teamSlug", team.name AS "teamName"
    FROM share_link
    JOIN team ON team.id = share_link.team_id
    JOIN conference ON conference.id = share_link.conference_id
    WHERE share_link.secret_hash = ${linkSecretHash(secret)} AND share_link.revoked_at IS NULL
      AND (share_link.expires_at IS NULL OR share_link.expires_at > now())`;
  return link ?? null;
}

/**
 * Notes that a link was opened, once a minute at most, so that a radar on many screens writes no more than one does. Nobody
 * waits for it, and a file is given whether it can be noted or not.
 */
function noteUse(id: string): void {
  db().$executeRaw`
    UPDATE share_link SET last_used_at = now()
    WHERE id = ${id}::uuid AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`.catch(
    () => undefined,
  );
}

type Link = {
  id: string;
  kind: ShareKind;
  query: string;
  people: boolean;
  notes: boolean;
  expiresAt: Date | null;
  conference: string;
  teamId: string;
  teamSlug: string;
  teamName: string;
};
