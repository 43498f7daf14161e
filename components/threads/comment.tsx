import { Avatar } from "@/components/ui/avatar";
import type { FormAction } from "@/lib/errors/form";
import { formatDateTime, formatDay } from "@/lib/format/date";
import type { ThreadComment } from "@/lib/threads/types";

import { CommentEdit } from "./comment-edit";
import { CommentRemove } from "./comment-remove";
import { Markdown } from "./markdown";

type CommentProps = {
  comment: ThreadComment;
  isMine: boolean;
  /** Given to whoever may. */
  edit: FormAction | null;
  remove: FormAction | null;
};

/** One comment, or the trace of one that was deleted. */
export function Comment({ comment, isMine, edit, remove }: CommentProps) {
  const { id, author, body, createdAt, editedAt, deleted } = comment;
  return (
    <li id={`comment-${id}`} className="flex scroll-mt-20 gap-3 py-3 target:bg-accent-soft">
      <Avatar name={author.name} isMe={isMine} />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-3">
          <span className="text-sm font-medium text-ink">{author.name}</span>
          {!author.hasAccount && <span>no account here</span>}
          <time dateTime={createdAt} title={formatDateTime(createdAt)}>
            {formatDay(createdAt)}
          </time>
          {editedAt && !deleted && <span title={formatDateTime(editedAt)}>edited</span>}
        </p>
        {deleted ? (
          <p className="mt-0.5 text-sm text-ink-3 italic">
            Deleted by {deleted.by ?? "somebody who has left"}, {formatDay(deleted.at)}
          </p>
        ) : (
          <>
            <Markdown text={body} />
            {(edit || remove) && (
              <div className="mt-1 flex flex-wrap gap-x-3">
                {edit && <CommentEdit id={id} body={body} action={edit} />}
                {remove && <CommentRemove id={id} action={remove} />}
              </div>
            )}
          </>
        )}
      </div>
    </li>
  );
}
