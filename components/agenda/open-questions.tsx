import { CircleHelp } from "lucide-react";

import type { OpenQuestion } from "@/lib/voting/agenda/types";

/** What somebody asked in the thread and nobody answered, with the way there. */
export function OpenQuestions({ questions, path }: { questions: readonly OpenQuestion[]; path: string }) {
  return questions.map(({ commentId, asker, question }) => (
    <p key={commentId} className="open-question">
      <CircleHelp aria-hidden />
      <span>
        {question}{" "}
        <a href={`${path}#comment-${commentId}`} title="Nobody else has commented since">
          Asked by {asker}, unanswered
        </a>
      </span>
    </p>
  ));
}
