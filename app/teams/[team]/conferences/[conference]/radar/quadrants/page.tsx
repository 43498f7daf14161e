import type { Metadata } from "next";
import Link from "next/link";
import { forbidden, notFound } from "next/navigation";

import { quadrantsPath, radarPath } from "@/components/paths";
import { QuadrantsForm } from "@/components/radar/quadrants-form";
import { PageHead } from "@/components/shell/page-head";
import { Page } from "@/components/shell/page";
import { CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { requireTeam } from "@/lib/identity/gates";
import { CATEGORIES } from "@/lib/recap/types";
import { readArrangement } from "@/lib/shortlist/radar/queries";

type Props = PageProps<"/teams/[team]/conferences/[conference]/radar/quadrants">;

export const metadata: Metadata = { title: "Change quadrants" };

/** Where a lead names the quadrants of the team's radar, and says which category goes where. */
export default async function QuadrantsPage({ params }: Props) {
  const { team, conference: slug } = await params;
  const viewer = await requireTeam(team, quadrantsPath(team, slug));
  const arrangement = (await readArrangement(viewer)) ?? forbidden();
  const { conference } = (await readConferenceHead(viewer, slug)) ?? notFound();
  return (
    <Page isNarrow>
      <p className="pb-1 text-sm">
        <Link prefetch={false} href={radarPath(team, slug)} className="wrap-anywhere">
          Radar of {conference.name}
        </Link>
      </p>
      <PageHead
        title="Change quadrants"
        facts={[`For every radar of ${viewer.teamName}, and for what is exported of it`]}
      />
      <div className="pt-6">
        <QuadrantsForm
          teamSlug={team}
          conferenceSlug={slug}
          quadrants={arrangement.quadrants}
          version={arrangement.version}
          categories={CATEGORIES.map((key) => ({ key, label: CATEGORY_LABEL[key] }))}
        />
      </div>
    </Page>
  );
}
