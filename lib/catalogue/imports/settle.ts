import "server-only";

import type { Tx } from "@/lib/db/client";
import type { Availability } from "@/lib/recap/types";

import { CERTAIN_REASONS, type Comparable, type Match } from "../matching";
import type { NameIndex } from "../name-index";
import { holdAnnouncements } from "../merging/standing";

import { alreadyHere, readEarlier, standingOf, type Earlier, type Standing } from "./earlier";
import { comparable, matchCandidates } from "./known";
import { findSource, listEditions, type SourceKeys } from "./same-source";
import type { FoundCandidate } from "./storable";

/** What the candidates of an import are held against. */
export type Background = {
  conferenceId: string;
  /** The source that the import is a newer edition of. */
  sourceId: string | null;
  earlier: Earlier;
  /** Links that several candidates of the import carry. */
  shared: ReadonlySet<string>;
  /** The names of the conference, when the candidates come in parts. */
  names?: NameIndex;
};

type Wanted = Comparable & { availability: Availability };

/** Finds the earlier editions of an import and what was decided on them. */
export async function readBackground(
  tx: Tx,
  of: SourceKeys & { teamId: string; importId: string },
  shared: ReadonlySet<string>,
): Promise<Background> {
  const sourceId = await findSource(tx, of);
  const earlier = await readEarlier(tx, await listEditions(tx, { ...of, sourceId }));
  return { conferenceId: of.conferenceId, sourceId, earlier, shared };
}

/**
 * How each of some candidates stands before anybody has looked at it: as an earlier edition of the source left it, else
 * open, with the announcement it seems to be. A fixed number of statements, however many candidates there are.
 */
export async function settle(
  tx: Tx,
  background: Background,
  candidates: readonly FoundCandidate[],
): Promise<Standing[]> {
  const { conferenceId, earlier, shared, sourceId } = background;
  const wanted = candidates.map((candidate): Wanted => ({
    ...comparable(candidate, shared),
    availability: candidate.availability,
  }));
  const decided = wanted.map((candidate) => standingOf(earlier, candidate));
  const rest = wanted.filter((_, index) => !decided[index]);
  const matches = (await matchCandidates(tx, conferenceId, rest, background.names)).values();
  const found = await heldStandings(
    tx,
    decided.map((standing) => standing ?? open(matches.next().value ?? null)),
  );
  return sourceId ? knownBySource(tx, sourceId, wanted, found) : found;
}

function open(match: Match | null): Standing {
  return {
    resolution: "open",
    announcementId: match?.announcementId ?? null,
    matchReason: match?.reason ?? null,
    earlierAvailability: null,
  };
}

/** What was merged since it was looked up is where it went, and cannot go elsewhere until the candidates are stored. */
async function heldStandings(tx: Tx, standings: readonly Standing[]): Promise<Standing[]> {
  const held = await holdAnnouncements(
    tx,
    standings.flatMap(({ announcementId }) => announcementId ?? []),
  );
  return standings.map((standing) => {
    if (standing.announcementId === null) return standing;
    const announcementId = held.get(standing.announcementId);
    return announcementId ? { ...standing, announcementId } : open(null);
  });
}

/** What the source is already cited for, by another team's reading or from the starter catalogue, is known as well. */
async function knownBySource(
  tx: Tx,
  sourceId: string,
  wanted: readonly Wanted[],
  found: readonly Standing[],
): Promise<Standing[]> {
  const ids = found.flatMap((standing) => (isCertain(standing) ? (standing.announcementId ?? []) : []));
  const rows = await tx.mention.findMany({
    where: { sourceId, announcementId: { in: ids } },
    select: { announcementId: true, createdAt: true, announcement: { select: { availability: true } } },
  });
  const cited = new Map(rows.map((row) => [row.announcementId, row]));
  return found.map((standing, index) => {
    const row = isCertain(standing) ? cited.get(standing.announcementId ?? "") : undefined;
    const says = wanted[index]?.availability ?? "unknown";
    if (!row || (says !== "unknown" && says !== row.announcement.availability)) return standing;
    return { ...standing, resolution: "known", matchReason: alreadyHere(row.createdAt) };
  });
}

function isCertain({ resolution, matchReason }: Standing): boolean {
  return resolution === "open" && CERTAIN_REASONS.some((reason) => reason === matchReason);
}
