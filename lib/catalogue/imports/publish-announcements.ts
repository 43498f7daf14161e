import "server-only";

import { randomUUID } from "node:crypto";

import type { Tx } from "@/lib/db/client";

import { withFreeSlugs } from "../announcement-slugs";

import type { LockedImport } from "./access";
import type { Accepted } from "./accepted";
import { findArrival, noteCreated, type Arrivals } from "./arrivals";

/** A candidate with the announcement it is now. */
export type Published = Accepted & { announcementId: string };

/**
 * Creates an announcement for each candidate that was accepted as new, remembers it there, and gives all candidates with
 * their announcements. One that turns out to be there already, or to repeat another of the import, is merged instead.
 */
export async function createAnnouncements(
  tx: Tx,
  held: LockedImport,
  arrivals: Arrivals,
  candidates: readonly Accepted[],
): Promise<Published[]> {
  const met = candidates.map((candidate) => meet(arrivals, candidate));
  const made = met.filter((candidate) => candidate.isNew);
  await insert(tx, held, made);
  await remember(
    tx,
    met.filter((candidate) => candidate.isNew || candidate.reason !== null),
  );
  return met.flatMap(({ announcementId, ...candidate }) => (announcementId ? [{ ...candidate, announcementId }] : []));
}

type Met = Accepted & { isNew: boolean; reason: string | null };

function meet(arrivals: Arrivals, candidate: Accepted): Met {
  if (candidate.resolution !== "create") return { ...candidate, isNew: false, reason: null };
  const arrival = findArrival(arrivals, candidate);
  if (arrival) return { ...candidate, ...arrival, resolution: "merge", isNew: false };
  const announcementId = randomUUID();
  noteCreated(arrivals, announcementId, candidate);
  return { ...candidate, announcementId, isNew: true, reason: null };
}

async function insert(
  tx: Tx,
  { id: importId, conferenceId, conferenceSlug }: LockedImport,
  made: readonly Met[],
): Promise<void> {
  const slugged = await withFreeSlugs(tx, conferenceSlug, made);
  await tx.announcement.createMany({
    data: slugged.flatMap(({ announcementId: id, slug, title, category, availability, figures, vendorId }) =>
      id ? [{ id, importId, conferenceId, slug, title, category, availability, figures, vendorId }] : [],
    ),
  });
}

async function remember(tx: Tx, met: readonly Met[]): Promise<void> {
  const rows = met.map(({ id, announcementId, resolution, reason }) => ({ id, announcementId, resolution, reason }));
  await tx.$executeRaw`
    UPDATE candidate SET announcement_id = met."announcementId", resolution = met.resolution, match_reason = met.reason
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS met (id uuid, "announcementId" uuid, resolution resolution, reason text)
    WHERE candidate.id = met.id`;
}
