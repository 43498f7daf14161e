import "server-only";

import { activity } from "./activity";
import { allMove } from "./all-move";
import { facts } from "./facts";
import { mentions } from "./mentions";
import { mentionsBefore } from "./mentions-before";
import { onceEach } from "./once-each";
import type { Part } from "./part";
import { union } from "./union";

/**
 * Everything that belongs to an announcement, in the order in which it is locked, moved and put back: whoever marks or
 * comments locks a row of theirs first and the tally after it, and so does a merge. A table that points to announcements
 * and is not here fails a test, and the database refuses the merge.
 */
export const PARTS: readonly Part[] = [
  facts,
  onceEach({ table: "vote", key: ["team_id", "person_id"], changedAt: "updated_at" }),
  onceEach({ table: "decision", key: ["team_id"], changedAt: "decided_at" }),
  allMove({ table: "decision_event" }),
  onceEach({ table: "put_off", key: ["team_id", "person_id"], changedAt: "at" }),
  allMove({ table: "comment" }),
  mentions,
  mentionsBefore,
  union({ table: "announcement_link", key: "canonical_url", isOrdered: true }),
  union({ table: "announcement_service", key: "service_id", isOrdered: true }),
  allMove({ table: "candidate" }),
  // What was merged into the dropped one leads to the kept one from now on.
  allMove({ table: "merge", column: "kept_id" }),
  activity,
];
