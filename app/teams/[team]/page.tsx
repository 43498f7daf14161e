import type { Metadata } from "next";
import Link from "next/link";
import { after } from "next/server";

import { NoticeStrip } from "@/components/notices/notice-strip";
import { transferPath } from "@/components/paths";
import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { PageHead } from "@/components/shell/page-head";
import { Page } from "@/components/shell/page";
import { ConferenceRow } from "@/components/teams/conference-row";
import { FirstSteps } from "@/components/teams/first-steps";
import { MarkedByList } from "@/components/teams/marked-by-list";
import { NewConference } from "@/components/teams/new-conference";
import { SinceList } from "@/components/teams/since-list";
import { TeamNeeds } from "@/components/teams/team-needs";
import { formatCount } from "@/lib/format/number";
import { requireTeam } from "@/lib/identity/gates";
import { noteTeamOpened } from "@/lib/identity/last-team";
import { can } from "@/lib/identity/permissions";
import { noticeLines } from "@/lib/voting/notices/lines";
import { teamOverview } from "@/lib/voting/progress";
import { readSince } from "@/lib/voting/since/queries";
import { noteHere } from "@/lib/voting/since/visit";

export async function generateMetadata({ params }: PageProps<"/teams/[team]">): Promise<Metadata> {
  const { teamName } = await requireTeam((await params).team);
  return { title: teamName };
}

export default async function TeamPage({ params, searchParams }: PageProps<"/teams/[team]">) {
  const { team } = await params;
  const viewer = await requireTeam(team);
  const { before, since: asked } = await searchParams;
  const [overview, since, notices] = await Promise.all([
    teamOverview(viewer, { after: typeof before === "string" ? before : null }),
    readSince(viewer, { isAll: asked === "all" }),
    noticeLines(viewer),
  ]);
  after(() => Promise.all([noteTeamOpened(viewer), noteHere(viewer)]));
  const { people, leads, conferences, next, unfinished, marked } = overview;
  const isEmpty = conferences.every(({ announcements }) => announcements === 0);

  return (
    <Page>
      <PageHead
        title={viewer.teamName}
        facts={[
          <Link key="people" href={`/teams/${team}/people`} className="text-ink-2">
            {formatCount(people, "person", "people")}
          </Link>,
          formatCount(leads, "lead"),
        ]}
      />
      <NoticeStrip teamSlug={team} conferenceSlug={null} notices={notices} />
      <TeamNeeds teamSlug={team} overview={overview} />
      <div className="mt-6 grid grid-cols-1 items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <div className="min-w-0">
          <section>
            <header className="flex min-h-10 items-center gap-3 border-b border-line pb-3">
              <h2 className="grow">Conferences</h2>
              {can(viewer, "conference.create") && <NewConference teamSlug={team} />}
            </header>
            <ul>
              {conferences.map((conference) => (
                <ConferenceRow
                  key={conference.slug}
                  teamSlug={team}
                  conference={conference}
                  isNext={conference.slug === unfinished?.slug}
                />
              ))}
            </ul>
            {isEmpty && <FirstSteps isLead={can(viewer, "import.create")} />}
            {next && (
              <p className="pt-4">
                <Link
                  href={`/teams/${team}?before=${encodeURIComponent(next)}`}
                  prefetch={false}
                  className={buttonClass()}
                >
                  Older conferences
                </Link>
              </p>
            )}
          </section>
          {can(viewer, "team.transfer") && (
            <p className="pt-4 text-xs">
              <Link href={transferPath(team)} prefetch={false} className={textButtonClass}>
                Bring a file in
              </Link>
            </p>
          )}
          <SinceList teamSlug={team} since={since} now={overview.now} />
        </div>
        {marked && <MarkedByList teamSlug={team} marked={marked} viewerId={viewer.personId} />}
      </div>
    </Page>
  );
}
