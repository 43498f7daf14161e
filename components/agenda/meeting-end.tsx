import Link from "next/link";

import { agendaPath, announcementPath, meetingPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import type { Meeting, MeetingStep } from "@/lib/voting/agenda/meeting-queries";
import type { MeetingPlan } from "@/lib/voting/agenda/plan";
import { outcomeOf } from "@/lib/voting/agenda/summary";

import { CopyText } from "./copy-text";
import { SettledLine } from "./settled-line";

type Props = {
  meeting: Meeting;
  plan: MeetingPlan;
  /** The outcome as Markdown. */
  summary: string;
  teamSlug: string;
};

/** What a meeting came to, to read out and to take along. */
export function MeetingEnd({ meeting: { head, steps, more }, plan, summary, teamSlug }: Props) {
  const { slug: conference, name } = head.conference;
  const { settled, putOff, left } = outcomeOf(steps, plan.later);
  const again = putOff[0] ?? left[0];
  return (
    <div className="meeting">
      <header className="meeting-bar">
        <p>
          <Link href={agendaPath(teamSlug, conference)} prefetch={false}>
            {name}
          </Link>
        </p>
      </header>
      <h1>
        {settled.length} settled, {putOff.length} put off
      </h1>
      {settled.length > 0 && (
        <ol className="meeting-outcome">
          {settled.map((step) => (
            <li key={step.slug}>
              <Title step={step} teamSlug={teamSlug} />
              <SettledLine {...step} />
            </li>
          ))}
        </ol>
      )}
      <Unsettled title="Put off" steps={putOff} teamSlug={teamSlug} />
      <Unsettled title="Not settled" steps={left} teamSlug={teamSlug} />
      <div className="meeting-ways">
        {again && (
          <Link
            href={meetingPath(teamSlug, conference, { ...plan, later: [], isOver: false, at: again.slug })}
            prefetch={false}
            className={buttonClass()}
          >
            Go on with {putOff.length > 0 ? "what was put off" : "the rest"}
          </Link>
        )}
        <Link href={agendaPath(teamSlug, conference)} prefetch={false} className={buttonClass("primary")}>
          Back to the agenda{more > 0 && `, ${more} more`}
        </Link>
      </div>
      <CopyText label="Decisions, as Markdown" text={summary} />
    </div>
  );
}

function Unsettled({ title, steps, teamSlug }: { title: string; steps: readonly MeetingStep[]; teamSlug: string }) {
  if (steps.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="meeting-outcome">
        {steps.map((step) => (
          <li key={step.slug}>
            <Title step={step} teamSlug={teamSlug} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Title({ step: { slug, title }, teamSlug }: { step: MeetingStep; teamSlug: string }) {
  return (
    <Link href={announcementPath(teamSlug, slug)} prefetch={false} className="meeting-outcome-title">
      {title}
    </Link>
  );
}
