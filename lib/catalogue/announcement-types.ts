import type { Availability, Category, Figure } from "@/lib/recap/types";
import type { Decision } from "@/lib/voting/decisions/decision";
import type { TeamMarks } from "@/lib/voting/marks";
import type { Lean, Mine, Tally } from "@/lib/voting/types";

import type { Neighbour } from "./neighbours";

export type AnnouncementLink = { url: string; kind: string };

/** What one source says of the announcement. */
export type AnnouncementMention = {
  sourceId: string;
  title: string;
  author: string | null;
  url: string | null;
  /** ISO date, YYYY-MM-DD. */
  publishedOn: string | null;
  section: string | null;
  take: string | null;
  excerpt: string;
};

/** An announcement as the page of a team shows it. */
export type AnnouncementDetails = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  category: Category;
  availability: Availability;
  conference: { slug: string; name: string };
  services: { slug: string; name: string }[];
  /** The best link first, up to twenty. */
  links: AnnouncementLink[];
  figures: Figure[];
  /** The latest fifty, and how many there are. */
  mentions: AnnouncementMention[];
  mentionCount: number;
  mine: Mine | null;
  /** How many of the team have marked. */
  marks: number;
  /** Null where others' marks are hidden: in a blind round, before one's own. */
  tally: Tally | null;
  lean: Lean | null;
  /** Comments that stand. */
  comments: number;
  team: TeamMarks;
  decision: Decision | null;
  previous: Neighbour | null;
  next: Neighbour | null;
};
