import { ArrowUpRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { forbidden, notFound } from "next/navigation";

import { FeedActions } from "@/components/feeds/feed-actions";
import { FeedCrumb } from "@/components/feeds/feed-crumb";
import { FeedStanding } from "@/components/feeds/feed-standing";
import { ItemLine } from "@/components/feeds/item-line";
import { RuleForm } from "@/components/feeds/rule-form";
import { RuleList } from "@/components/feeds/rule-list";
import { Page } from "@/components/shell/page";
import { PageHead } from "@/components/shell/page-head";
import { buttonClass } from "@/components/ui/button-class";
import { viewerOfFeed } from "@/lib/catalogue/feeds/access";
import { readFeedState } from "@/lib/catalogue/feeds/queries";
import type { FeedState } from "@/lib/catalogue/feeds/types";
import { requireSession } from "@/lib/identity/gates";

export const metadata: Metadata = { title: "Feed" };

/** One feed: how it stands, its rules, and what became of its items. */
export default async function FeedPage({ params, searchParams }: PageProps<"/imports/feeds/[feed]">) {
  const { feed: feedId } = await params;
  const { after } = await searchParams;
  const session = await requireSession(`/imports/feeds/${feedId}`);
  const viewer = (await viewerOfFeed(session, feedId)) ?? notFound();
  const feed = (await readFeedState(viewer, feedId, typeof after === "string" ? { after } : {})) ?? forbidden();
  const { id, title, url, conference, teamSlug, isPaused } = feed;
  return (
    <Page isNarrow>
      <FeedCrumb teamSlug={teamSlug} isOne />
      <PageHead
        title={title}
        facts={[
          conference.name,
          <a key="address" href={url} rel="noreferrer" className="py-1">
            {new URL(url).host} <ArrowUpRight aria-hidden className="inline size-3.5" />
          </a>,
        ]}
      />
      <FeedStanding feed={feed} />
      <FeedActions feedId={id} isPaused={isPaused} />
      <Rules feed={feed} />
      <Items feed={feed} isFirst={after === undefined} />
    </Page>
  );
}

function Rules({ feed: { id, rules } }: { feed: FeedState }) {
  return (
    <section className="mt-10" aria-labelledby="rules">
      <h2 id="rules">Rules</h2>
      <RuleList feedId={id} rules={rules} />
      <RuleForm feedId={id} isFirst={rules.length === 0} />
    </section>
  );
}

function Items({ feed: { id, items, after, teamSlug }, isFirst }: { feed: FeedState; isFirst: boolean }) {
  return (
    <section className="mt-10" aria-labelledby="items">
      <h2 id="items">Items</h2>
      {items.length > 0 ? (
        <ul className="mt-3 border-t border-line">
          {items.map((item) => (
            <ItemLine key={item.id} item={item} teamSlug={teamSlug} />
          ))}
        </ul>
      ) : (
        <p className="mt-2 text-sm text-ink-2">{isFirst ? "Nothing has come yet." : "No older items."}</p>
      )}
      <nav className="mt-4 flex flex-wrap gap-2 empty:hidden" aria-label="Pages">
        {!isFirst && (
          <Link className={buttonClass()} href={`/imports/feeds/${id}`} prefetch={false}>
            Newest items
          </Link>
        )}
        {after !== null && (
          <Link className={buttonClass()} href={`/imports/feeds/${id}?after=${after}`} prefetch={false}>
            Older items
          </Link>
        )}
      </nav>
    </section>
  );
}
