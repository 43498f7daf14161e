import { Avatar } from "@/components/ui/avatar";
import { Progress } from "@/components/ui/progress";
import { formatNumber } from "@/lib/format/number";
import type { MarkedBy } from "@/lib/voting/progress-types";

import { RemindForm } from "./remind-form";

type Props = { teamSlug: string; marked: MarkedBy; viewerId: string };

/** For leads: who has marked how much of the conference that is on, and who has not begun. */
export function MarkedByList({ teamSlug, marked, viewerId }: Props) {
  const { conference, announcements, people } = marked;
  return (
    <section>
      <header className="flex items-baseline gap-3 pb-2">
        <h2 className="flex-none grow">Who has marked</h2>
        <p className="min-w-0 text-right text-xs wrap-break-word text-ink-3">{conference.name}, leads only</p>
      </header>
      <ul>
        {people.map(({ personId, name, marked: count }) => (
          <li key={personId} className="grid grid-cols-[1.5rem_minmax(0,1fr)_5rem_2.5rem] items-center gap-2.5 py-1">
            <Avatar name={name} isMe={personId === viewerId} />
            <span className="truncate text-sm text-ink">{name}</span>
            <Progress share={Math.min(1, count / announcements)} label={`${name} in ${conference.name}`} />
            <span className="text-right text-xs text-ink-3 tabular-nums">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      <RemindForm teamSlug={teamSlug} marked={marked} />
    </section>
  );
}
