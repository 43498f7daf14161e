import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { linkSecretHash, newLinkSecret } from "@/lib/identity/link-secret";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { shareAddress } from "./address";
import { expiryOf } from "./expiry";
import { storedQuery } from "./query";
import { createShareSchema, revokeShareSchema, type CreateShareInput, type RevokeShareInput } from "./schema";

/** As many as a list shows: more links that work than a lead can look over are links that nobody looks after. */
export const LIVE_LIMIT = 100;

/** A link that was made; its address holds the secret and is told this once. */
export type MadeShare = { id: string; address: string };

/**
 * Makes a read-only link for whoever holds it, of the viewer's team and a conference. It belongs to the team: it goes on
 * working when whoever made it leaves.
 */
export async function createShare(viewer: TeamViewer, input: CreateShareInput): Promise<Result<MadeShare>> {
  const permitted = permit(viewer, "share.manage");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(createShareSchema, input, { conference: "conference" });
  if (!parsed.ok) return parsed;
  const { kind, label, showsPeople, showsNotes, conference } = parsed.value;
  const expiresAt = expiryOf(parsed.value.until, new Date());
  if (!expiresAt.ok) return expiresAt;
  const query = storedQuery(kind, new URLSearchParams(parsed.value.query));
  if (!query.ok) return query;

  const secret = newLinkSecret();
  const share = { kind, label, showsPeople, showsNotes, expiresAt: expiresAt.value, query: query.value };
  const made = await db().$transaction(async (tx) => {
    const inserted = await insertShare(tx, viewer, { ...share, conference, secretHash: linkSecretHash(secret) });
    if (!inserted.ok) return inserted;
    await recordAudit(tx, {
      viewer,
      action: "share.made",
      subject: { type: "share", id: inserted.value },
      data: { ...share, conference, expiresAt: expiresAt.value?.toISOString() ?? null },
    });
    return inserted;
  });
  return made.ok ? ok({ id: made.value, address: shareAddress(secret) }) : made;
}

/** Makes a link of the viewer's team open nothing any more. One that has ended already is left as it is. */
export async function revokeShare(viewer: TeamViewer, input: RevokeShareInput): Promise<Result<true>> {
  const permitted = permit(viewer, "share.manage");
  if (!permitted.ok) return permitted;
  const parsed = revokeShareSchema.safeParse(input);
  if (!parsed.success) return refuseNotFound("link");
  const { id } = parsed.data;
  return db().$transaction(async (tx) => {
    const where = { id, teamId: viewer.teamId };
    const found = await tx.shareLink.findFirst({ where, select: { kind: true, label: true } });
    if (!found) return refuseNotFound("link");
    const { count } = await tx.shareLink.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    const subject = { type: "share", id };
    if (count > 0) await recordAudit(tx, { viewer, action: "share.revoked", subject, data: found });
    return ok(true);
  });
}

type NewShare = {
  conference: string;
  kind: string;
  secretHash: string;
  label: string;
  query: string;
  showsPeople: boolean;
  showsNotes: boolean;
  expiresAt: Date | null;
};

/** The id of the new row; none when the conference is not there, or too many links to it work. One statement. */
async function insertShare(tx: Tx, viewer: TeamViewer, share: NewShare): Promise<Result<string>> {
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`
    WITH place AS (
      SELECT conference.id, (
        SELECT count(*) FROM share_link
        WHERE share_link.team_id = ${viewer.teamId}::uuid AND share_link.conference_id = conference.id
          AND share_link.revoked_at IS NULL AND (share_link.expires_at IS NULL OR share_link.expires_at > now())
      ) AS live
      FROM conference WHERE conference.slug = ${share.conference}
    ), made AS (
      INSERT INTO share_link (team_id, conference_id, kind, secret_hash, label, query, shows_people, shows_notes,
        created_by_id, expires_at)
      SELECT ${viewer.teamId}::uuid, place.id, ${share.kind}, ${share.secretHash}, ${share.label}, ${share.query},
        ${share.showsPeople}, ${share.showsNotes}, ${viewer.personId}::uuid, ${share.expiresAt}::timestamptz
      FROM place WHERE place.live < ${LIVE_LIMIT}
      RETURNING id
    )
    SELECT made.id FROM place LEFT JOIN made ON true`;
  if (!row) return refuseNotFound("conference");
  return row.id === null ? refuse("conflict", TOO_MANY) : ok(row.id);
}

const TOO_MANY = `There are ${LIVE_LIMIT} links of this conference that work. Revoke one that nobody needs, then make the new one.`;
