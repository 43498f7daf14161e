import type { DecisionEvent } from "@/lib/voting/decisions/decision";

/** Comments of one page of a thread. */
export const THREAD_PAGE = 50;

export type ThreadComment = {
  id: string;
  /** Without an account is who is a name alone here: the comment was brought in from elsewhere. */
  author: { id: string; name: string; hasAccount: boolean };
  /** Markdown as typed; empty once it is deleted. */
  body: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  editedAt: string | null;
  /** The trace of a deleted comment; the name is null when that person is gone. */
  deleted: { by: string | null; at: string } | null;
};

/** What a lead decided, reopened or somebody carried on, as a line between comments. */
export type ThreadDecision = DecisionEvent & { id: string };

export type Thread = {
  /** Oldest first. */
  comments: ThreadComment[];
  /** What was decided meanwhile, oldest first. */
  decisions: ThreadDecision[];
  /** The page before, and how many comments it has; null at the start of the thread. */
  earlier: { before: string; count: number } | null;
};
