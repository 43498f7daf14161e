import Link from "next/link";

import type { meetingPath } from "@/components/paths";
import { outcomeOf } from "@/lib/voting/agenda/summary";
import type { MeetingStep } from "@/lib/voting/agenda/meeting-queries";

type Props = {
  steps: readonly MeetingStep[];
  later: readonly string[];
  hrefOf: (slug: string) => ReturnType<typeof meetingPath>;
};

/** What was settled in this meeting and what was put off, each with the way back to it. */
export function MeetingSoFar({ steps, later, hrefOf }: Props) {
  const { settled, putOff } = outcomeOf(steps, later);
  if (settled.length + putOff.length === 0) return null;
  return (
    <section aria-labelledby="so-far" className="meeting-so-far">
      <h2 id="so-far">
        {[settled.length > 0 && `${settled.length} settled`, putOff.length > 0 && `${putOff.length} put off`]
          .filter(Boolean)
          .join(", ")}
      </h2>
      <ul>
        {settled.map(({ slug, title, decision: { choice } }) => (
          <li key={slug} className={choice}>
            <span className="shape" role="img" aria-label={choice} />
            <Link href={hrefOf(slug)} prefetch={false}>
              {title}
            </Link>
          </li>
        ))}
        {putOff.map(({ slug, title }) => (
          <li key={slug}>
            <span>put off</span>
            <Link href={hrefOf(slug)} prefetch={false}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
