import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

import { reopenDecisionAction } from "@/app/teams/[team]/announcements/[announcement]/actions";
import { MeetingEnd } from "@/components/agenda/meeting-end";
import { MeetingView } from "@/components/agenda/meeting-view";
import { AnnouncementLive } from "@/components/live/live-later";
import { meetingPath } from "@/components/paths";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { momentOfPage } from "@/lib/live/moment";
import { readMeeting } from "@/lib/voting/agenda/meeting-queries";
import { parsePlan } from "@/lib/voting/agenda/plan";
import { outcomeOf, summaryOf } from "@/lib/voting/agenda/summary";
import { listOwners } from "@/lib/voting/decisions/queries";

import { settleAndMoveOnAction } from "./actions";

import "@/app/styles/agenda.css";
import "@/app/styles/meeting.css";

type Props = PageProps<"/teams/[team]/conferences/[conference]/agenda/meeting">;

export const metadata: Metadata = { title: "Meeting" };

/** The agenda on a shared screen, one announcement at a time. Where the meeting stands is in the address. */
export default async function MeetingPage({ params, searchParams }: Props) {
  const { team, conference } = await params;
  const { since, ...plan } = parsePlan(await searchParams);
  const viewer = await requireTeam(
    team,
    meetingPath(team, conference, since === null ? undefined : { ...plan, since }),
  );
  const drawnAt = momentOfPage();
  const meeting = (await readMeeting(viewer, conference, { since, ...plan })) ?? notFound();
  const { head, steps, current, announcements } = meeting;
  // Named from the start, so that marks that change meanwhile do not bring another one to the top.
  if (since === null)
    redirect(meetingPath(team, conference, { ...plan, since: meeting.at, at: current?.slug ?? null }));
  if (plan.isOver || !current) {
    const about = { conference: head.conference.name, team: viewer.teamName, announcements };
    const summary = summaryOf(outcomeOf(steps, plan.later), about);
    return <MeetingEnd meeting={meeting} plan={{ ...plan, since }} summary={summary} teamSlug={team} />;
  }
  const actions = can(viewer, "decision.settle")
    ? {
        settle: settleAndMoveOnAction.bind(null, team, conference),
        reopen: reopenDecisionAction.bind(null, team),
        members: await listOwners(viewer),
      }
    : null;
  const { id: announcementId, marks, tally, lean, decision } = current;
  const drawn = { announcementId, marks, tally, lean, decision: decision?.choice ?? null };
  return (
    <>
      <MeetingView
        meeting={meeting}
        current={current}
        plan={{ ...plan, since, at: current.slug }}
        teamSlug={team}
        personId={viewer.personId}
        actions={actions}
      />
      <AnnouncementLive conference={conference} drawn={drawn} since={drawnAt} />
    </>
  );
}
