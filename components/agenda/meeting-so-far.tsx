import Link from "next/link";

import { ReopenForm } from "@/components/decisions/reopen-form";
import type { meetingPath } from "@/components/paths";
import type { FormAction } from "@/lib/errors/form";
import { outcomeOf } from "@/lib/voting/agenda/summary";
import type { MeetingStep } from "@/lib/voting/agenda/meeting-queries";

type Props = {
  steps: readonly MeetingStep[];
  later: readonly string[];
  hrefOf: (slug: string) => ReturnType<typeof meetingPath>;
  /** Given to leads alone. */
  reopen: FormAction | null;
};

/** What was settled in this meeting and what was put off, each with the way back to it. */
export function MeetingSoFar({ steps, later, hrefOf, reopen }: Props) {
  const { settled, putOff } = outcomeOf(steps, later);
  if (settled.length + putOff.length === 0) return null;
  const last = settled.toSorted((one, two) => two.decision.at.localeCompare(one.decision.at))[0];
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
      {reopen && last && (
        <ReopenForm
          key={last.slug}
          announcementId={last.id}
          was={last.decision.at}
          action={reopen}
          label={`Take back: decided ${last.decision.choice}, ${last.title}`}
        />
      )}
    </section>
  );
}
