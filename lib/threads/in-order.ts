import type { Thread, ThreadComment, ThreadDecision } from "./types";

/** A comment, or what was decided between two. */
export type ThreadItem = { comment: ThreadComment; decision?: never } | { comment?: never; decision: ThreadDecision };

/** Comments and decisions of a page of a thread in the order they came; of one millisecond the comments first. */
export function inOrder({ comments, decisions }: Pick<Thread, "comments" | "decisions">): ThreadItem[] {
  const items: (ThreadItem & { at: string })[] = [
    ...comments.map((comment) => ({ at: comment.createdAt, comment })),
    ...decisions.map((decision) => ({ at: decision.at, decision })),
  ];
  return items.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
