import Link from "next/link";

import type { AnnouncementPath } from "@/components/paths";
import { Avatar } from "@/components/ui/avatar";
import { Count } from "@/components/ui/count";
import type { FormAction } from "@/lib/errors/form";
import { inOrder } from "@/lib/threads/in-order";
import type { Thread as ThreadData } from "@/lib/threads/types";

import { Comment } from "./comment";
import { CommentComposer } from "./comment-composer";
import { DecisionLine } from "./decision-line";

export type ThreadActions = { add: FormAction; edit: FormAction; remove: FormAction };

type ThreadProps = {
  thread: ThreadData;
  /** Comments that stand, in the whole thread. */
  total: number;
  announcementId: string;
  viewer: { personId: string; name: string; canModerate: boolean };
  /** The page's own address, and whether it shows the end of the thread. */
  here: AnnouncementPath;
  isLatest: boolean;
  /** The next comment's id, made with the page, so that sending it twice stores one. */
  draftId: string;
  actions: ThreadActions;
};

/** What the team says of an announcement, oldest first, and where one says something oneself. */
export function Thread(props: ThreadProps) {
  const { thread, total, announcementId, viewer, here, isLatest, draftId, actions } = props;
  return (
    <section id="thread" aria-labelledby="thread-title" className="scroll-mt-20 border-t border-line py-6">
      <header className="mb-3 flex items-center gap-2">
        <h2 id="thread-title">Thread</h2>
        <Count of={total} />
      </header>
      {thread.earlier && (
        <p className="py-1 pl-9 text-sm">
          <Link prefetch={false} href={`${here}?before=${thread.earlier.before}#thread`}>
            Show {thread.earlier.count} earlier
          </Link>
        </p>
      )}
      {thread.comments.length === 0 && isLatest && (
        <p className="pb-3 text-sm text-ink-3">Nobody has said anything yet. Ask, or say what stands against it.</p>
      )}
      <ol>
        {inOrder(thread).map(({ comment, decision }) => {
          if (decision) return <DecisionLine key={`decision ${decision.id}`} decision={decision} />;
          const isMine = comment.author.id === viewer.personId;
          return (
            <Comment
              key={comment.id}
              comment={comment}
              isMine={isMine}
              edit={isMine ? actions.edit : null}
              remove={isMine || viewer.canModerate ? actions.remove : null}
            />
          );
        })}
      </ol>
      {!isLatest && (
        <p className="py-1 pl-9 text-sm">
          <Link prefetch={false} href={`${here}#thread`}>
            Show the latest
          </Link>
        </p>
      )}
      <div className="flex gap-3 pt-3">
        <Avatar name={viewer.name} isMe />
        <CommentComposer announcementId={announcementId} draftId={draftId} action={actions.add} />
      </div>
    </section>
  );
}
