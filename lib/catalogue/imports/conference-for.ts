import "server-only";

import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { isSlug } from "@/lib/text/slug";

import { addConference, lockConferences } from "../conference-commands";

/**
 * The id of the conference an import is for. A name that is already here means that conference, so that neither a double
 * click nor a colleague who was quicker makes a second one.
 */
export async function conferenceFor(
  tx: Tx,
  viewer: TeamViewer,
  choice: { conferenceSlug?: string | undefined; newConferenceName?: string | undefined },
): Promise<Result<string>> {
  const name = choice.newConferenceName;
  if (name) return conferenceNamed(tx, viewer, name);
  const slug = choice.conferenceSlug ?? "";
  const found = isSlug(slug) ? await tx.conference.findUnique({ where: { slug }, select: { id: true } }) : null;
  const message = "This conference is no longer here. Choose another or name a new one.";
  return found ? ok(found.id) : refuse("invalid", message, { fields: { conferenceSlug: message } });
}

async function conferenceNamed(tx: Tx, viewer: TeamViewer, name: string): Promise<Result<string>> {
  const permitted = permit(viewer, "conference.create");
  if (!permitted.ok) return permitted;
  await lockConferences(tx);
  const known = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM conference WHERE lower(name) = lower(${name}) LIMIT 1`;
  if (known[0]) return ok(known[0].id);
  const { id } = await addConference(tx, viewer, { name, startsOn: null, endsOn: null });
  return ok(id);
}
