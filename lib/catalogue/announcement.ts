import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";
import { FIGURE_KINDS, type Availability, type Category } from "@/lib/recap/types";
import { isSlug } from "@/lib/text/slug";
import { DECISION_COLUMN, type DecisionColumn } from "@/lib/voting/decisions/columns";
import { readTeamMarks } from "@/lib/voting/marks";
import { seenTally, TALLY_COLUMNS, tallyOf, type TallyColumns } from "@/lib/voting/sight";
import type { Choice, Lean } from "@/lib/voting/types";

import type { AnnouncementDetails, AnnouncementMention } from "./announcement-types";
import { readNeighbours } from "./neighbours";

const SHOWN_LINKS = 20;
const SHOWN_MENTIONS = 50;

/**
 * An announcement with everything its sources and the viewer's team say of it, comments apart; null when there is none of
 * that slug. Six statements, five of them side by side, whatever the number of people, sources or announcements.
 */
export async function readAnnouncement(viewer: TeamViewer, slug: string): Promise<AnnouncementDetails | null> {
  const row = isSlug(slug) ? await readRow(viewer, slug) : null;
  if (!row) return null;
  const [links, mentions, team, neighbours] = await Promise.all([
    readLinks(row.id),
    readMentions(row.id),
    readTeamMarks(viewer, row.id),
    readNeighbours(row),
  ]);
  const { choice, note, serviceNames, serviceSlugs } = row;
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    category: row.category,
    availability: row.availability,
    conference: { slug: row.conferenceSlug, name: row.conferenceName },
    services: serviceSlugs.map((service, index) => ({ slug: service, name: serviceNames[index] ?? service })),
    links,
    figures: figuresSchema.parse(row.figures),
    mentions,
    mentionCount: row.mentionCount,
    mine: choice && { choice, note: note ?? "" },
    ...tallyOf(row),
    lean: row.lean,
    comments: row.comments,
    team,
    decision: row.decision,
    ...neighbours,
  };
}

async function readRow(viewer: TeamViewer, slug: string): Promise<Row | null> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT announcement.id, announcement.slug, announcement.title, announcement.summary, announcement.category,
      announcement.availability::text AS availability, announcement.figures,
      announcement.service_names AS "serviceNames", announcement.service_slugs AS "serviceSlugs",
      announcement.mention_count AS "mentionCount", announcement.conference_id AS "conferenceId",
      conference.slug AS "conferenceSlug", conference.name AS "conferenceName",
      vote.choice::text AS choice, vote.note, tally.lean, coalesce(tally.comments, 0) AS comments, ${TALLY_COLUMNS},
      ${DECISION_COLUMN}
    FROM announcement
    JOIN conference ON conference.id = announcement.conference_id
    LEFT JOIN vote ON vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = announcement.id
      AND vote.person_id = ${viewer.personId}::uuid
    LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = announcement.id
    WHERE announcement.slug = ${slug}`;
  return row ?? null;
}

function readLinks(announcementId: string) {
  return db().announcementLink.findMany({
    where: { announcementId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: SHOWN_LINKS,
    select: { url: true, kind: true },
  });
}

function readMentions(announcementId: string): Promise<AnnouncementMention[]> {
  return db().$queryRaw<AnnouncementMention[]>`
    SELECT source.id AS "sourceId", source.title, source.author, source.url, source.published_on::text AS "publishedOn",
      mention.section, mention.take, mention.excerpt
    FROM mention JOIN source ON source.id = mention.source_id
    WHERE mention.announcement_id = ${announcementId}::uuid
    ORDER BY mention.created_at DESC, source.title, source.id
    LIMIT ${SHOWN_MENTIONS}`;
}

const figuresSchema = z.array(
  z.object({
    text: z.string(),
    kind: z.enum(FIGURE_KINDS),
    value: z.number().nullable(),
    unit: z.string().nullable(),
  }),
);

type Row = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  category: Category;
  availability: Availability;
  figures: unknown;
  serviceNames: string[];
  serviceSlugs: string[];
  mentionCount: number;
  conferenceId: string;
  conferenceSlug: string;
  conferenceName: string;
  choice: Choice | null;
  note: string | null;
  lean: Lean | null;
  comments: number;
} & TallyColumns &
  DecisionColumn;
