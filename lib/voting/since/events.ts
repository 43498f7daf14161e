import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import { seenVoteEvents } from "../sight";
import type { Choice } from "../types";

/*
 * What happened in a team after a moment, the newest first, each read through an index by team and time and no further than
 * its limit.
 */

/** Most of what somebody missed in a fortnight; of more the newest is told. */
const MARKS = 500;
const OTHERS = 200;

/** A post is rarely longer than a few hundred, an installation that takes in more a day has other means. */
const NEWS = 5000;

/** For whom, and after when. */
export type Window = { viewer: TeamViewer; since: Date };

/** A mark that came, changed or went; the choices are null where they are hidden from the viewer. */
export type MarkEvent = {
  id: string;
  at: Date;
  personId: string;
  person: string;
  announcementId: string;
  slug: string;
  title: string;
  conferenceSlug: string;
  conference: string;
  wasMarked: boolean;
  isMarked: boolean;
  isSeen: boolean;
  from: Choice | null;
  to: Choice | null;
};

/**
 * Marks of others. Where they are hidden a mark that changes is left out by the statement itself, so that neither the
 * lines nor their limit depend on it: only that somebody has marked something is told. What was merged into another
 * announcement counts as on that one.
 */
export function readMarkEvents({ viewer, since }: Window): Promise<MarkEvent[]> {
  return db().$queryRaw<MarkEvent[]>`
    SELECT event.id::text AS id, event.at, event.person_id AS "personId", person.name AS person,
      announcement.id AS "announcementId", announcement.slug, announcement.title,
      conference.slug AS "conferenceSlug", conference.name AS conference,
      before.choice IS NOT NULL AS "wasMarked", event.choice IS NOT NULL AS "isMarked", seen.id IS NOT NULL AS "isSeen",
      CASE WHEN seen.id IS NOT NULL THEN before.choice::text END AS "from", seen.choice::text AS "to"
    FROM vote_event AS event
    LEFT JOIN merge ON merge.dropped_id = event.announcement_id
    JOIN announcement ON announcement.id = coalesce(merge.kept_id, event.announcement_id)
    JOIN conference ON conference.id = announcement.conference_id
    JOIN person ON person.id = event.person_id
    LEFT JOIN ${seenVoteEvents(viewer)} AS seen ON seen.id = event.id
    LEFT JOIN LATERAL (
      SELECT earlier.choice FROM vote_event AS earlier
      WHERE earlier.team_id = event.team_id AND earlier.person_id = event.person_id AND earlier.id < event.id
        AND earlier.announcement_id = ANY(ARRAY(
          SELECT announcement.id UNION ALL SELECT dropped_id FROM merge WHERE kept_id = announcement.id
        ))
      -- Not the order of the key itself, down which a first mark would be looked for through all of history.
      ORDER BY earlier.id + 0 DESC LIMIT 1
    ) AS before ON true
    WHERE event.team_id = ${viewer.teamId}::uuid AND event.at > ${since} AND event.person_id <> ${viewer.personId}::uuid
      AND event.choice IS DISTINCT FROM before.choice
      AND (seen.id IS NOT NULL OR (event.choice IS NULL) <> (before.choice IS NULL))
    ORDER BY event.at DESC, event.id DESC
    LIMIT ${MARKS}`;
}

/** Something that leads did: decisions and rounds. The viewer's own are among them, because they may undo others'. */
export type AuditedEvent = {
  id: string;
  at: Date;
  actorId: string;
  actor: string | null;
  action: string;
  subjectId: string;
  data: unknown;
  /** Of decisions. */
  slug: string | null;
  title: string | null;
};

/** Decisions and rounds of the team. What was decided on something merged away counts as decided on what it became. */
export function readAuditedEvents({ viewer: { teamId }, since }: Window): Promise<AuditedEvent[]> {
  return db().$queryRaw<AuditedEvent[]>`
    SELECT event.id::text AS id, event.at, event.actor_id AS "actorId", person.name AS actor, event.action,
      coalesce(announcement.id::text, event.subject_id) AS "subjectId", event.data, announcement.slug, announcement.title
    FROM audit_event AS event
    LEFT JOIN person ON person.id = event.actor_id
    CROSS JOIN LATERAL (
      SELECT CASE WHEN event.subject_type = 'announcement' THEN event.subject_id::uuid END AS announcement_id
    ) AS subject
    LEFT JOIN merge ON merge.dropped_id = subject.announcement_id
    LEFT JOIN announcement ON announcement.id = coalesce(merge.kept_id, subject.announcement_id)
    WHERE event.team_id = ${teamId}::uuid AND event.at > ${since} AND event.action = ANY(${[...ACTIONS]})
    ORDER BY event.at DESC, event.id DESC
    LIMIT ${OTHERS}`;
}

const ACTIONS = [
  "decision.settled",
  "decision.reopened",
  "decision.delivered",
  "round.opened",
  "round.reopened",
  "round.changed",
  "round.closed",
] as const;

/** Comments of one person on one announcement. */
export type Comments = {
  personId: string;
  person: string;
  slug: string;
  title: string;
  at: Date;
  comments: number;
  body: string;
};

/** Comments of others that still stand. */
export function readComments({ viewer: { teamId, personId }, since }: Window): Promise<Comments[]> {
  return db().$queryRaw<Comments[]>`
    SELECT recent.author_id AS "personId", person.name AS person, announcement.slug, announcement.title,
      max(recent.created_at) AS at, count(*)::int AS comments, (array_agg(recent.body ORDER BY recent.created_at DESC))[1] AS body
    FROM (
      SELECT announcement_id, author_id, created_at, left(body, 400) AS body FROM comment
      WHERE team_id = ${teamId}::uuid AND created_at > ${since} AND author_id <> ${personId}::uuid AND deleted_at IS NULL
      ORDER BY created_at DESC
      LIMIT ${OTHERS}
    ) AS recent
    JOIN announcement ON announcement.id = recent.announcement_id
    JOIN person ON person.id = recent.author_id
    GROUP BY recent.author_id, person.name, announcement.id
    ORDER BY at DESC`;
}

/** New announcements of a conference. */
export type Announced = { conferenceSlug: string; conference: string; at: Date; announcements: number };

/** What came into the catalogue, save what the viewer published. */
export function readAnnounced({ viewer: { teamId, personId }, since }: Window): Promise<Announced[]> {
  return db().$queryRaw<Announced[]>`
    SELECT conference.slug AS "conferenceSlug", conference.name AS conference, max(recent.created_at) AS at,
      count(*)::int AS announcements
    FROM (
      SELECT conference_id, created_at FROM announcement
      WHERE created_at > ${since} AND NOT EXISTS (
        SELECT FROM audit_event AS event
        WHERE event.team_id = ${teamId}::uuid AND event.at > ${since} AND event.action = 'import.published'
          AND event.actor_id = ${personId}::uuid AND event.subject_id = announcement.import_id::text
      )
      ORDER BY created_at DESC
      LIMIT ${NEWS}
    ) AS recent
    JOIN conference ON conference.id = recent.conference_id
    GROUP BY conference.id
    ORDER BY at DESC`;
}

/** Rounds that ended by their time alone, which nobody did. */
export type EndedRound = { id: string; at: Date; conferenceSlug: string; conference: string };

/** Rounds of the team whose time has passed. */
export function readEndedRounds({ viewer: { teamId }, since }: Window): Promise<EndedRound[]> {
  return db().$queryRaw<EndedRound[]>`
    SELECT round.id, round.closes_at AS at, conference.slug AS "conferenceSlug", conference.name AS conference
    FROM round JOIN conference ON conference.id = round.conference_id
    WHERE round.team_id = ${teamId}::uuid AND round.closes_at > ${since} AND round.closes_at <= now()
      AND (round.closed_at IS NULL OR round.closed_at = round.closes_at)
    ORDER BY round.closes_at DESC
    LIMIT ${OTHERS}`;
}
