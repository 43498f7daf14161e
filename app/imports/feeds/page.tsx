import type { Metadata } from "next";
import { forbidden } from "next/navigation";

import { FeedCrumb } from "@/components/feeds/feed-crumb";
import { FeedLine } from "@/components/feeds/feed-line";
import { SubscribeForm } from "@/components/feeds/subscribe-form";
import { TeamChoice } from "@/components/imports/team-choice";
import { Page } from "@/components/shell/page";
import { PageHead } from "@/components/shell/page-head";
import { listFeeds } from "@/lib/catalogue/feeds/queries";
import { leadOf } from "@/lib/catalogue/imports/lead-of";
import { listConferences } from "@/lib/catalogue/imports/queries";
import { requireSession } from "@/lib/identity/gates";

export const metadata: Metadata = { title: "Feeds" };

/** The feeds that a team follows, and where it subscribes to another. */
export default async function FeedsPage({ searchParams }: PageProps<"/imports/feeds">) {
  const { team, conference } = await searchParams;
  const session = await requireSession("/imports/feeds");
  const { viewer, teams } = leadOf(session, typeof team === "string" ? team : undefined) ?? forbidden();
  const feeds = (await listFeeds(viewer)) ?? forbidden();
  const conferences = await listConferences(viewer);
  return (
    <Page isNarrow>
      <FeedCrumb teamSlug={viewer.teamSlug} />
      <PageHead title="Feeds">
        <TeamChoice teams={teams} current={viewer.teamSlug} path="/imports/feeds" />
      </PageHead>
      {feeds.length > 0 ? (
        <ul className="mt-6 border-t border-line">
          {feeds.map((feed) => (
            <FeedLine key={feed.id} feed={feed} />
          ))}
        </ul>
      ) : (
        <p className="mt-4 max-w-[68ch] text-md">
          The team follows no feed yet. A feed is read every hour, and what is new waits for review: enter the address
          of one, such as a vendor’s “What’s new”.
        </p>
      )}
      <h2 className="mt-10">Subscribe to a feed</h2>
      <SubscribeForm
        team={viewer.teamSlug}
        conferences={conferences}
        conference={typeof conference === "string" ? conference : ""}
      />
    </Page>
  );
}
