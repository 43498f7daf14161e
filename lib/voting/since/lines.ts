import { z } from "zod";

import { DELIVERIES } from "../decisions/decision";
import { CHOICES } from "../types";

import type { Announced, AuditedEvent, Comments, EndedRound } from "./events";
import type { RoundSet, SinceLine, SinceWhat } from "./types";

/** How much of a comment stands beside who said it. */
const EXCERPT = 120;

/**
 * Decisions, how they are carried out, and rounds as lines: of each the last thing that was done, by whom it was done.
 * Events come newest first and hold the viewer's own, which stand for what others did before and are not told.
 */
export function auditedLines(events: readonly AuditedEvent[], viewerId: string): SinceLine[] {
  const told = new Set<string>();
  return events.flatMap((event) => {
    const of = event.action === "decision.delivered" ? `delivery ${event.subjectId}` : event.subjectId;
    if (told.has(of)) return [];
    told.add(of);
    const what = event.actorId === viewerId ? null : (decisionOf(event) ?? roundOf(event));
    const by = event.actor === null ? null : { personId: event.actorId, name: event.actor };
    return what ? [{ ...what, id: `audit-${event.id}`, at: event.at.toISOString(), by }] : [];
  });
}

const delivered = z.object({ delivery: z.enum(DELIVERIES) });
const settled = z.object({ choice: z.enum(CHOICES), reason: z.string().default("") });
const terms = z.object({ closesAt: z.string(), timeZone: z.string() });
const place = z.object({ slug: z.string(), name: z.string() });
const round = z.object({ conference: place, is: terms.optional(), was: terms.nullish() });

function decisionOf({ action, slug, title, data }: AuditedEvent): SinceWhat | null {
  if (slug === null || title === null) return null;
  const announcement = { slug, name: title };
  if (action === "decision.reopened") return { kind: "reopened", announcement };
  if (action === "decision.delivered") {
    const carried = delivered.safeParse(data);
    return carried.success ? { kind: "delivered", announcement, ...carried.data } : null;
  }
  const parsed = settled.safeParse(data);
  return parsed.success ? { kind: "settled", announcement, ...parsed.data } : null;
}

function roundOf({ action, data }: AuditedEvent): SinceWhat | null {
  const parsed = round.safeParse(data);
  if (!parsed.success) return null;
  const { conference, is, was } = parsed.data;
  if (action === "round.closed") return { kind: "round-closed", conference };
  return is ? { kind: roundSet(action, is, was), conference, closesAt: is.closesAt, timeZone: is.timeZone } : null;
}

type Terms = z.output<typeof terms>;

function roundSet(action: string, is: Terms, was: Terms | null | undefined): RoundSet {
  if (action === "round.opened") return "round-opened";
  if (action === "round.reopened") return "round-reopened";
  return was && Date.parse(is.closesAt) > Date.parse(was.closesAt) ? "round-extended" : "round-changed";
}

/** Rounds that ended by the clock. */
export function endedLines(rounds: readonly EndedRound[]): SinceLine[] {
  return rounds.map(({ id, at, conferenceSlug, conference }) => ({
    ...{ id: `ended-${id}`, at: at.toISOString(), by: null },
    ...{ kind: "round-closed", conference: { slug: conferenceSlug, name: conference } },
  }));
}

/** Comments, of one person on one announcement as one line. */
export function commentLines(comments: readonly Comments[]): SinceLine[] {
  return comments.map(({ personId, person, slug, title, at, comments: count, body }) => ({
    ...{ id: `comments-${personId}-${slug}`, at: at.toISOString(), by: { personId, name: person } },
    ...{ kind: "commented", announcement: { slug, name: title }, comments: count },
    excerpt: count === 1 ? excerptOf(body) : null,
  }));
}

/** New announcements, of one conference as one line. */
export function announcedLines(announced: readonly Announced[]): SinceLine[] {
  return announced.map(({ conferenceSlug, conference, at, announcements }) => ({
    ...{ id: `announced-${conferenceSlug}`, at: at.toISOString(), by: null },
    ...{ kind: "announced", conference: { slug: conferenceSlug, name: conference }, announcements },
  }));
}

/** The beginning of a comment on one line, cut after a word. */
export function excerptOf(body: string): string {
  const line = body.replaceAll(/\s+/g, " ").trim();
  if (line.length <= EXCERPT) return line;
  const cut = line.slice(0, EXCERPT).replace(/\s+\S*$/, "");
  // Not in the middle of a letter that takes two units.
  return `${cut.replace(/[\uD800-\uDBFF]$/, "")} …`;
}
