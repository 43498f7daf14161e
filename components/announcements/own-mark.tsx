"use client";

import { useRouter } from "next/navigation";
import { startTransition, useRef, useState, type SubmitEvent } from "react";

import type { AnnouncementPath } from "@/components/paths";
import { ProblemNote } from "@/components/ui/problem-note";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES, type Choice, type Mine } from "@/lib/voting/types";

import { latestWins } from "./latest-wins";
import { OwnNote } from "./own-note";
import { joinWishes, sendMark, type Answer, type Wish } from "./send-mark";
import { useAnnouncementKeys } from "./use-announcement-keys";

type OwnMarkProps = {
  announcement: { id: string; title: string };
  mine: Mine | null;
  /** Where marks are posted, and where somebody without JavaScript comes back to. */
  door: string;
  here: string;
  previous: AnnouncementPath | null;
  next: AnnouncementPath | null;
};

/**
 * One's own mark and note, and the keys of the page. Without JavaScript the same buttons post the same form; with it a mark
 * shows at once, goes back with a reason when it was not stored, and the rest of the page follows what was.
 */
export function OwnMark({ announcement: { id, title }, mine: stored, door, here, previous, next }: OwnMarkProps) {
  const router = useRouter();
  const [mine, setMine] = useState(stored);
  const [problem, setProblem] = useState<{ message: string }>();
  const [send] = useState(() => latestWins((key: string, wish: Wish) => sendMark(door, key, wish), joinWishes));
  const turn = useRef(0);
  const root = useRef<HTMLDivElement>(null);

  async function change(wish: Wish, shown: Mine | null): Promise<Answer> {
    const before = mine;
    const own = ++turn.current;
    setMine(shown);
    setProblem(undefined);
    const answer = await send(id, wish);
    if (own !== turn.current) return answer;
    setMine(answer.ok ? answer.stored.mine : before);
    if (answer.ok) startTransition(() => router.refresh());
    return answer;
  }

  async function mark(choice: Choice | "withdraw") {
    const shown = choice === "withdraw" ? null : { choice, note: mine?.note ?? "" };
    const answer = await change({ mark: choice }, shown);
    if (!answer.ok) setProblem(answer);
  }

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent;
    const wanted = submitter instanceof HTMLButtonElement ? submitter.value.split(":")[1] : undefined;
    const choice = [...CHOICES, "withdraw" as const].find((each) => each === wanted);
    if (choice) void mark(choice);
  }

  function go(to: AnnouncementPath | null) {
    if (to) router.push(to);
  }

  useAnnouncementKeys((command) => {
    if (command.kind === "mark") void mark(command.choice);
    else if (command.kind === "withdraw") void (mine && mark("withdraw"));
    else if (command.kind === "go") go(command.to === "next" ? next : previous);
    else if (command.kind === "note") root.current?.querySelector("summary")?.click();
    else document.getElementById("comment")?.focus();
  });

  return (
    <div ref={root} id={`a-${id}`} className="grid scroll-mt-20 gap-3 pb-6">
      <form method="post" action={door} onSubmit={handleSubmit} className="max-w-[480px]">
        <input type="hidden" name="returnTo" value={here} />
        <div className="mark big" role="group" aria-label={`Your mark: ${title}`}>
          {CHOICES.map((choice) => (
            <button
              key={choice}
              name="mark"
              value={`${id}:${choice}`}
              aria-pressed={mine?.choice === choice}
              aria-keyshortcuts={choice === "ignore" ? "x" : choice.charAt(0)}
            >
              {CHOICE_LABEL[choice]}
            </button>
          ))}
        </div>
      </form>
      <ProblemNote problem={problem} />
      {mine && (
        <OwnNote
          id={id}
          mine={mine}
          door={door}
          here={here}
          onSave={(text, was) => change({ note: { text, was } }, mine)}
          onWithdraw={() => void mark("withdraw")}
        />
      )}
      {!mine && <p className="text-sm text-ink-3">Not marked yet. A note goes with a mark.</p>}
    </div>
  );
}
