import "server-only";

import { Prisma } from "@/lib/db/generated/client";
import type { Snapshot } from "@/lib/db/snapshot";
import { seenVoteEvents, seenVotes } from "@/lib/voting/sight";

import type { TransferPiece } from "./pieces";
import { json, list, moment, type Part } from "./sql";

/** Marks that the reader may see, their history, and the threads. */
export async function* readMarks(snapshot: Snapshot, { reader, conferenceId }: Part): AsyncGenerator<TransferPiece> {
  yield* list(
    snapshot,
    "votes",
    Prisma.sql`
      SELECT ${json`
        'announcement', vote.announcement_id, 'person', vote.person_id, 'choice', vote.choice, 'note', vote.note,
        'createdAt', ${moment("vote.created_at")}, 'updatedAt', ${moment("vote.updated_at")}`} AS element
      FROM ${seenVotes(reader)} AS vote JOIN announcement ON announcement.id = vote.announcement_id
      WHERE announcement.conference_id = ${conferenceId}::uuid
      ORDER BY vote.announcement_id, vote.person_id`,
  );
  // What was marked on an announcement that was merged away is told of the one it was merged into.
  yield* list(
    snapshot,
    "voteEvents",
    Prisma.sql`
      SELECT ${json`
        'announcement', announcement.id, 'person', vote_event.person_id, 'choice', vote_event.choice,
        'note', vote_event.note, 'at', ${moment("vote_event.at")}`} AS element
      FROM ${seenVoteEvents(reader)} AS vote_event
      LEFT JOIN merge ON merge.dropped_id = vote_event.announcement_id
      JOIN announcement ON announcement.id = coalesce(merge.kept_id, vote_event.announcement_id)
      WHERE announcement.conference_id = ${conferenceId}::uuid
      ORDER BY announcement.id, vote_event.at, vote_event.id`,
  );
  yield* list(
    snapshot,
    "comments",
    Prisma.sql`
      SELECT ${json`
        'id', comment.id, 'announcement', comment.announcement_id, 'author', comment.author_id, 'body', comment.body,
        'createdAt', ${moment("comment.created_at")}, 'editedAt', ${moment("comment.edited_at")},
        'deletedAt', ${moment("comment.deleted_at")}, 'deletedBy', comment.deleted_by_id`} AS element
      FROM comment JOIN announcement ON announcement.id = comment.announcement_id
      WHERE comment.team_id = ${reader.teamId}::uuid AND announcement.conference_id = ${conferenceId}::uuid
      ORDER BY comment.created_at, comment.id`,
  );
}
