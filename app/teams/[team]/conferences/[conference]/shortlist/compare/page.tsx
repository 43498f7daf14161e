import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";

import { comparePath, shortlistPath } from "@/components/paths";
import { ConferenceHeader } from "@/components/shell/conference-header";
import { CompareView } from "@/components/shortlist/compare-view";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { requireTeam } from "@/lib/identity/gates";
import { readComparison } from "@/lib/shortlist/compare";
import { isSlug } from "@/lib/text/slug";

import "@/app/styles/shortlist.css";
import "@/app/styles/shortlist-compare.css";

type Props = PageProps<"/teams/[team]/conferences/[conference]/shortlist/compare">;

export const metadata: Metadata = { title: "Compare shortlists" };

/** What became of what the team adopted of a conference, beside another one. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { team, conference: slug } = await params;
  const asked = (await searchParams).with;
  const other = typeof asked === "string" && isSlug(asked) ? asked : undefined;
  const viewer = await requireTeam(team, comparePath(team, slug, other));
  const [head, comparison] = await Promise.all([
    readConferenceHead(viewer, slug),
    readComparison(viewer, slug, other ?? null),
  ]);
  if (!head || !comparison) notFound();

  return (
    <>
      <ConferenceHeader teamSlug={team} head={head} current="shortlist" />
      <div className="mx-auto max-w-[1440px] px-4 pb-12 sm:px-6">
        <p className="pt-4 text-sm">
          <Link href={shortlistPath(team, slug)} prefetch={false} className="inline-block leading-6">
            Back to the shortlist
          </Link>
        </p>
        <CompareView comparison={comparison} teamSlug={team} today={new Date().toISOString().slice(0, 10)} />
      </div>
    </>
  );
}
