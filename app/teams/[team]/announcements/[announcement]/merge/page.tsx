import type { Metadata } from "next";
import Link from "next/link";
import { forbidden, notFound, redirect } from "next/navigation";

import { MergeChoice } from "@/components/announcements/merge-choice";
import { MergeConfirmation } from "@/components/announcements/merge-confirmation";
import { announcementPath } from "@/components/paths";
import { PageHead } from "@/components/shell/page-head";
import { Page } from "@/components/shell/page";
import { readAnnouncement } from "@/lib/catalogue/announcement";
import { previewMerge, readKept } from "@/lib/catalogue/merging/queries";
import { listTwins } from "@/lib/catalogue/merging/twins";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";

import { mergeAction } from "../actions";

export const metadata: Metadata = { title: "Merge announcements" };

/** Choose what is the same announcement, see what merging would do, do it. */
export default async function MergePage({
  params,
  searchParams,
}: PageProps<"/teams/[team]/announcements/[announcement]/merge">) {
  const { team, announcement: slug } = await params;
  const { q, with: twin } = await searchParams;
  const viewer = await requireTeam(team, `/teams/${team}/announcements/${slug}/merge`);
  if (!can(viewer, "announcement.merge")) forbidden();
  const announcement = await readAnnouncement(viewer, slug);
  if (!announcement) {
    const kept = (await readKept(viewer, slug)) ?? notFound();
    redirect(announcementPath(team, kept));
  }
  const preview = typeof twin === "string" ? await previewMerge(viewer, { keep: slug, drop: twin }) : null;
  const query = typeof q === "string" ? q : "";
  return (
    <Page isNarrow>
      <p className="pb-1 text-sm">
        <Link prefetch={false} href={announcementPath(team, slug)} className="wrap-anywhere">
          {announcement.title}
        </Link>
      </p>
      <PageHead title={preview?.ok ? "Merge these two" : "Merge with another announcement"} />
      {preview?.ok ? (
        <MergeConfirmation preview={preview.value} teamSlug={team} action={mergeAction.bind(null, team)} />
      ) : (
        <MergeChoice
          conference={announcement.conference.name}
          twins={(await listTwins(viewer, slug, query)) ?? []}
          query={query}
          problem={preview?.problem}
        />
      )}
    </Page>
  );
}
