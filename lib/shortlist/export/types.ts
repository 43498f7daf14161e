import type { Result } from "@/lib/errors/problem";
import type { Permission } from "@/lib/identity/permissions";
import type { Availability, Category } from "@/lib/recap/types";
import type { ToldDecision, ToldEvent } from "@/lib/voting/decisions/decision";
import type { TransferPiece } from "@/lib/transfer/pieces";
import type { Choice, Lean, Tally } from "@/lib/voting/types";

import type { Quadrants, QuadrantNumber } from "../radar/quadrants";
import type { ShortlistNote, ShortlistRow } from "../types";

/** What every exported file says of itself: what it shows, and as of when. */
export type ExportAbout = {
  /** Days in ISO form. */
  conference: { slug: string; name: string; startsOn: string | null; endsOn: string | null };
  team: { slug: string; name: string };
  /** The filter in words; null when none is set. */
  filter: string | null;
  /** The moment it was read, ISO 8601 in UTC. */
  at: string;
  /** The shortlist's page in this installation. */
  address: string;
  /** The address that gives this very file again to whoever has it; missing where one has to sign in for it. */
  self?: string;
  /** Announcements whose marks are left out because a blind round is open and whoever exports has not marked them. */
  hidden: number;
  /** What is in it of people; rows come without the rest, so that no format can forget it. */
  shows: { people: boolean; notes: boolean };
};

/** One announcement on the radar: in the ring of the team's decision, or of its lean where nothing is decided. */
export type RadarItem = {
  id: string;
  slug: string;
  title: string;
  services: string[];
  category: Category;
  availability: Availability;
  /** The vendor's best link. */
  link: string | null;
  /** The announcement's page in this installation. */
  address: string;
  ring: Choice;
  quadrant: QuadrantNumber;
  /** Since the conference before: −1 further out, 0 as it was, 1 further in, 2 new, as Zalando's radar counts. */
  moved: Moved;
  /** Null where the ring is the team's lean. */
  decision: ToldDecision | null;
  marks: number;
  tally: Tally | null;
};

export type Moved = -1 | 0 | 1 | 2;

/** A decision with all that a record of it tells. */
export type DecisionRecord = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  services: string[];
  category: Category;
  availability: Availability;
  link: string | null;
  address: string;
  /** What stands; null for what was reopened and not settled again. */
  decision: ToldDecision | null;
  /** Everything that was settled, reopened or carried on, oldest first. */
  history: ToldEvent[];
  marks: number;
  tally: Tally | null;
  lean: Lean | null;
  notes: ShortlistNote[];
  /** Names; empty where people are left out. Who marked, who wrote in the thread, and the other members of the team. */
  voters: string[];
  commenters: string[];
  others: string[];
};

/** What formats are made of: each is read while it is written, so that any length fits. Reading one twice reads it anew. */
export type ExportSource = {
  about: ExportAbout;
  quadrants: Quadrants;
  /** What is decided adopt in the lead's order, then what leans to adopt by support. */
  shortlist: () => AsyncIterable<ShortlistRow>;
  /** Every announcement with a ring, by quadrant, ring and title. */
  radar: () => AsyncIterable<RadarItem>;
  /** The conference that `moved` of the radar's items compares with; null when there is none. */
  before: () => Promise<{ slug: string; name: string } | null>;
  /**
   * Everything a lead ever settled, in the order in which it first was; with a number only what so many of the latest lines
   * of history are about.
   */
  decisions: (latest?: number) => AsyncIterable<DecisionRecord>;
  /** All of the team and the conference, whatever the filter, for another installation. */
  everything: () => AsyncIterable<TransferPiece>;
};

/** Writes a file piece by piece: text is UTF-8. */
export type ExportWriter = (source: ExportSource) => AsyncIterable<string | Uint8Array>;

/** What a share link is of. */
export const SHARE_KINDS = ["shortlist", "radar", "feed"] as const;
export type ShareKind = (typeof SHARE_KINDS)[number];

/** A file that a team can have of a conference. */
export type ExportFormat = {
  /** The last part of its address, which ends in the format: "shortlist.csv". */
  file: string;
  contentType: string;
  /** Who of the team may have it. */
  permission: Permission;
  /** The share links that give it too; null for none. */
  shared: ShareKind | null;
  /** What writes it the way the address asks, or what is wrong with what it asks. */
  writer: (asked: URLSearchParams) => Result<ExportWriter>;
};
