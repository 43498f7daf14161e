import "server-only";

import { Prisma } from "@/lib/db/generated/client";
import type { Snapshot } from "@/lib/db/snapshot";
import { seenVoteEvents, seenVotes } from "@/lib/voting/sight";

import type { TransferPiece } from "./pieces";
import { json, list, moment, object, type Part } from "./sql";

/** Whoever is named anywhere in the file, and nobody else. */
export async function* readPeople(snapshot: Snapshot, part: Part): AsyncGenerator<TransferPiece> {
  const { reader } = part;
  const { teamId } = reader;
  const here = Prisma.sql`JOIN announcement ON announcement.conference_id = ${part.conferenceId}::uuid AND announcement.id`;
  yield* list(
    snapshot,
    "people",
    Prisma.sql`
      WITH named AS (
        SELECT person_id FROM ${seenVotes(reader)} AS vote ${here} = vote.announcement_id
        UNION SELECT person_id FROM ${seenVoteEvents(reader)} AS vote_event
          LEFT JOIN merge ON merge.dropped_id = vote_event.announcement_id
          ${here} = coalesce(merge.kept_id, vote_event.announcement_id)
        UNION SELECT unnest(ARRAY[author_id, deleted_by_id]) FROM comment ${here} = comment.announcement_id
          WHERE comment.team_id = ${teamId}::uuid
        UNION SELECT unnest(ARRAY[decided_by_id, owner_id]) FROM decision ${here} = decision.announcement_id
          WHERE decision.team_id = ${teamId}::uuid
        UNION SELECT unnest(ARRAY[actor_id, owner_id]) FROM decision_event ${here} = decision_event.announcement_id
          WHERE decision_event.team_id = ${teamId}::uuid
        UNION SELECT opened_by_id FROM round
          WHERE round.team_id = ${teamId}::uuid AND round.conference_id = ${part.conferenceId}::uuid
      )
      SELECT ${json`'id', person.id, 'email', person.email, 'name', person.name, 'role', membership.role`} AS element
      FROM person
      LEFT JOIN membership ON membership.team_id = ${teamId}::uuid AND membership.person_id = person.id
      WHERE person.id IN (SELECT person_id FROM named)
      ORDER BY person.email, person.id`,
  );
}

/** What the conference announced, with the services and sources it speaks of. */
export async function* readCatalogue(snapshot: Snapshot, { conferenceId }: Part): AsyncGenerator<TransferPiece> {
  yield* list(
    snapshot,
    "services",
    Prisma.sql`
      SELECT ${json`'slug', slug, 'name', name, 'vendor', vendor`} AS element
      FROM service
      WHERE id IN (
        SELECT service_id FROM announcement_service JOIN announcement ON announcement.id = announcement_id
        WHERE announcement.conference_id = ${conferenceId}::uuid
      )
      ORDER BY slug`,
  );
  yield* list(
    snapshot,
    "sources",
    Prisma.sql`
      SELECT ${json`
        'id', id, 'title', title, 'author', author, 'url', url, 'publishedOn', published_on,
        'identity', ${IDENTITY}, 'createdAt', ${moment("created_at")}`} AS element
      FROM source
      WHERE id IN (
        SELECT source_id FROM mention JOIN announcement ON announcement.id = announcement_id
        WHERE announcement.conference_id = ${conferenceId}::uuid
      )
      ORDER BY created_at, id`,
  );
  yield* list(snapshot, "announcements", announcements(conferenceId));
}

/** Without the conference's id, which is another one elsewhere; see lib/catalogue/imports/same-source.ts. */
const IDENTITY = Prisma.sql`regexp_replace(identity, '^(sha256:[^@]*)@.*$', '\\1')`;

function announcements(conferenceId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${json`
      'id', announcement.id, 'slug', announcement.slug, 'title', announcement.title, 'summary', announcement.summary,
      'category', announcement.category, 'availability', announcement.availability,
      'vendorId', announcement.vendor_id, 'catalogueKey', announcement.catalogue_key,
      'createdAt', ${moment("announcement.created_at")}, 'editedAt', ${moment("announcement.edited_at")},
      'services', announcement.service_slugs, 'links', ${LINKS}, 'figures', announcement.figures,
      'mentions', ${MENTIONS}`} AS element
    FROM announcement
    WHERE announcement.conference_id = ${conferenceId}::uuid
    ORDER BY announcement.id`;
}

const LINKS = Prisma.sql`coalesce((
  SELECT json_agg(${object`'url', url, 'kind', kind`} ORDER BY position, id)
  FROM announcement_link WHERE announcement_id = announcement.id
), '[]')`;

const MENTIONS = Prisma.sql`coalesce((
  SELECT json_agg(${object`
    'source', source_id, 'excerpt', excerpt, 'take', take, 'section', section,
    'createdAt', ${moment("mention.created_at")}`} ORDER BY mention.created_at, source_id)
  FROM mention WHERE mention.announcement_id = announcement.id
), '[]')`;
