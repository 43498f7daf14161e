import { Avatar } from "@/components/ui/avatar";
import { formatNumber } from "@/lib/format/number";
import type { MarkedBy } from "@/lib/voting/progress-types";

import { Progress } from "@/components/ui/progress";

/** For leads: who has marked how much of the newest conference. */
export function MarkedByList({ marked, viewerId }: { marked: MarkedBy; viewerId: string }) {
  const { conference, announcements, notStarted, people } = marked;
  return (
    <section>
      <header className="flex items-baseline gap-3 pb-2">
        <h2 className="grow">Who has marked</h2>
        <p className="text-xs text-ink-3">{conference}, leads only</p>
      </header>
      <ul>
        {people.map(({ personId, name, marked: count }) => (
          <li key={personId} className="grid grid-cols-[1.5rem_minmax(0,1fr)_5rem_2.5rem] items-center gap-2.5 py-1">
            <Avatar name={name} isMe={personId === viewerId} />
            <span className="truncate text-sm text-ink">{name}</span>
            <Progress share={count / announcements} label={`${name} in ${conference}`} />
            <span className="text-right text-xs text-ink-3 tabular-nums">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      {notStarted > 0 && (
        <p className="mt-2 border-t border-line pt-3 text-sm text-ink-2">
          {notStarted === 1 ? "One has not started." : `${formatNumber(notStarted)} have not started.`}
        </p>
      )}
    </section>
  );
}
