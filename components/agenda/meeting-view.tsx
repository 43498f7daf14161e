import Link from "next/link";

import { agendaPath, announcementPath, meetingPath } from "@/components/paths";
import { TallyBar } from "@/components/announcements/tally-bar";
import { buttonClass } from "@/components/ui/button-class";
import type { Meeting } from "@/lib/voting/agenda/meeting-queries";
import { movedOn, planQuery, type MeetingPlan } from "@/lib/voting/agenda/plan";
import type { AgendaItem } from "@/lib/voting/agenda/types";

import type { AgendaActions } from "./agenda-item";
import { ItemMeta } from "./item-meta";
import { MeetingListener } from "./meeting-listener";
import { MeetingSoFar } from "./meeting-so-far";
import { MeetingTimer } from "./meeting-timer";
import { OpenQuestions } from "./open-questions";
import { OpposingNotes } from "./opposing-notes";
import { Settle } from "./settle";
import { SettledLine } from "./settled-line";

type Props = {
  meeting: Meeting;
  current: AgendaItem;
  plan: MeetingPlan;
  teamSlug: string;
  personId: string;
  /** Given to leads alone. */
  actions: AgendaActions | null;
};

/** One announcement at a time on a shared screen, to be read from across the room. */
export function MeetingView({ meeting: { head, steps, more }, current, plan, teamSlug, personId, actions }: Props) {
  const { slug: conference, name } = head.conference;
  const { slug, title, marks, tally, sides, questions, decision } = current;
  const place = steps.findIndex((step) => step.slug === slug);
  const walk = steps.map((step) => ({ slug: step.slug, isSettled: step.decision !== null }));
  const to = (next: Partial<MeetingPlan>) => meetingPath(teamSlug, conference, { ...plan, ...next });
  const path = announcementPath(teamSlug, slug);
  const isBlind = head.round?.isBlind && head.round.state === "open";
  const [before, next] = [steps[place - 1], steps[place + 1]];
  return (
    <div className="meeting">
      <header className="meeting-bar">
        <p>
          <Link href={agendaPath(teamSlug, conference)} prefetch={false}>
            {name}
          </Link>
          <b role="status">
            {place + 1} of {steps.length}
            <span className="sr-only">: {title}</span>
          </b>
          {more > 0 && <span>and {more} for another meeting</span>}
        </p>
        {!decision && <MeetingTimer key={slug} name={`${plan.since}:${slug}`} minutes={plan.minutes} />}
        <MeetingListener />
      </header>
      {isBlind && (
        <p className="meeting-blind">
          Others do not see these marks before they have marked themselves: whoever looks at this screen does.
        </p>
      )}
      <article>
        <div className="meeting-title">
          <div>
            <h1>{title}</h1>
            <ItemMeta item={current} quorum={head.round?.quorum ?? null} />
          </div>
          <TallyBar tally={tally} marks={marks} members={head.team.members} isWide={tally !== null} />
        </div>
        {tally && <OpposingNotes sides={sides} tally={tally} personId={personId} path={path} />}
        <OpenQuestions questions={questions} path={path} />
        {actions && (
          <Settle
            key={slug}
            item={current}
            actions={actions}
            fields={{ next: planQuery(movedOn(plan, walk, "settled")) }}
          />
        )}
        {!actions && decision && <SettledLine {...current} decision={decision} />}
      </article>
      <nav aria-label="Meeting" className="meeting-ways">
        <Way name="before" label="Before" href={before ? to({ at: before.slug }) : null} />
        {!decision && (
          <Way name="later" label="Later" href={meetingPath(teamSlug, conference, movedOn(plan, walk, "later"))} />
        )}
        <Way
          name="next"
          label={next ? "Next" : "End"}
          href={next ? to({ at: next.slug }) : to({ at: null, isOver: true })}
        />
      </nav>
      <MeetingSoFar steps={steps} later={plan.later} hrefOf={(at) => to({ at })} reopen={actions?.reopen ?? null} />
    </div>
  );
}

type WayProps = { name: string; label: string; href: ReturnType<typeof meetingPath> | null };

function Way({ name, label, href }: WayProps) {
  if (href === null) {
    return (
      <span className={buttonClass()} aria-disabled>
        {label}
      </span>
    );
  }
  return (
    <Link href={href} prefetch={false} scroll={false} data-meeting={name} className={buttonClass()}>
      {label}
    </Link>
  );
}
