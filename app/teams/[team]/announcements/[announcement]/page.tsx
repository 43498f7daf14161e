import { randomUUID } from "node:crypto";

import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";

import { AnnouncementFacts } from "@/components/announcements/announcement-facts";
import { AnnouncementCrumb, AnnouncementHead } from "@/components/announcements/announcement-head";
import { AnnouncementSources } from "@/components/announcements/announcement-sources";
import { MergeNotice } from "@/components/announcements/merge-notice";
import { MergeSection } from "@/components/announcements/merge-section";
import { OwnMark } from "@/components/announcements/own-mark";
import { AnnouncementLive } from "@/components/live/live-later";
import { announcementPath, mergePath } from "@/components/paths";
import { TeamMarks } from "@/components/announcements/team-marks";
import { DecisionBox } from "@/components/decisions/decision-box";
import { Thread } from "@/components/threads/thread";
import { readAnnouncement } from "@/lib/catalogue/announcement";
import { listMergedInto, readKept } from "@/lib/catalogue/merging/queries";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { momentOfPage } from "@/lib/live/moment";
import { readThread } from "@/lib/threads/queries";
import { recordDeliveryAction } from "@/lib/voting/decisions/actions";
import { listOwners, readDecisionHistory } from "@/lib/voting/decisions/queries";
import { dayFromNow } from "@/lib/voting/decisions/schema";

import {
  addCommentAction,
  deleteCommentAction,
  editCommentAction,
  reopenDecisionAction,
  settleDecisionAction,
  undoMergeAction,
} from "./actions";

type Props = PageProps<"/teams/[team]/announcements/[announcement]">;

/** Once for the title and the page. */
const load = cache(async (team: string, slug: string) => {
  const viewer = await requireTeam(team, announcementPath(team, slug));
  const announcement = await readAnnouncement(viewer, slug);
  if (announcement) return { viewer, announcement };
  const kept = (await readKept(viewer, slug)) ?? notFound();
  // For as long as the merge is not undone, hence not for good.
  redirect(announcementPath(team, kept));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team, announcement: slug } = await params;
  const { announcement } = await load(team, slug);
  return { title: announcement.title };
}

export default async function AnnouncementPage({ params, searchParams }: Props) {
  const { team, announcement: slug } = await params;
  const { before, merged, parted } = await searchParams;
  const since = momentOfPage();
  const { viewer, announcement } = await load(team, slug);
  const { previous, next, marks, tally, lean, comments, decision, mine } = announcement;
  const drawn = {
    announcementId: announcement.id,
    marks,
    tally,
    lean,
    comments,
    decision: decision?.choice ?? null,
    mine,
  };
  const earlierThan = typeof before === "string" ? before : null;
  const canSettle = can(viewer, "decision.settle");
  const [thread, merges, history, owners] = await Promise.all([
    readThread(viewer, announcement.id, earlierThan),
    listMergedInto(viewer, announcement.id),
    readDecisionHistory(viewer, announcement.id),
    canSettle ? listOwners(viewer) : [],
  ]);
  const canMerge = can(viewer, "announcement.merge");
  const undo = undoMergeAction.bind(null, team);
  const here = announcementPath(team, slug);
  const path = (neighbour: { slug: string } | null) => neighbour && announcementPath(team, neighbour.slug);

  return (
    <div className="mx-auto max-w-[1440px] px-4 sm:px-6">
      <AnnouncementCrumb announcement={announcement} teamSlug={team} />
      <AnnouncementLive conference={announcement.conference.slug} drawn={drawn} since={since} />
      <div className="grid grid-cols-1 items-start gap-8 pt-4 pb-12 sm:pt-6 lg:grid-cols-[minmax(0,1fr)_360px] lg:gap-10">
        <div className="min-w-0">
          {canMerge && <MergeNotice merges={merges} merged={merged} parted={parted} teamSlug={team} undo={undo} />}
          <AnnouncementHead announcement={announcement} teamSlug={team} />
          <OwnMark
            key={announcement.id}
            announcement={announcement}
            mine={announcement.mine}
            door={`/teams/${team}/votes`}
            here={here}
            previous={path(previous)}
            next={path(next)}
          />
          <AnnouncementFacts summary={announcement.summary} figures={announcement.figures} />
          <AnnouncementSources
            mentions={announcement.mentions}
            mentionCount={announcement.mentionCount}
            summary={announcement.summary}
          />
          <Thread
            thread={thread}
            total={announcement.comments}
            announcementId={announcement.id}
            viewer={{ personId: viewer.personId, name: viewer.name, canModerate: can(viewer, "comment.moderate") }}
            here={here}
            isLatest={earlierThan === null}
            draftId={randomUUID()}
            actions={{
              add: addCommentAction.bind(null, team),
              edit: editCommentAction.bind(null, team),
              remove: deleteCommentAction.bind(null, team),
            }}
          />
        </div>
        <aside aria-label="Team" className="grid gap-6 max-lg:border-t max-lg:border-line max-lg:pt-6">
          <DecisionBox
            announcementId={announcement.id}
            decision={decision}
            history={history}
            marks={marks}
            tally={tally}
            lean={lean}
            today={dayFromNow(0)}
            settling={
              canSettle
                ? {
                    settle: settleDecisionAction.bind(null, team),
                    reopen: reopenDecisionAction.bind(null, team),
                    members: owners,
                  }
                : null
            }
            deliver={
              canSettle || decision?.owner?.personId === viewer.personId ? recordDeliveryAction.bind(null, team) : null
            }
          />
          <TeamMarks
            team={announcement.team}
            marks={announcement.marks}
            tally={announcement.tally}
            personId={viewer.personId}
          />
          {canMerge && <MergeSection merges={merges} path={mergePath(team, slug)} undo={undo} />}
        </aside>
      </div>
    </div>
  );
}
