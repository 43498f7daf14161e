import type { Metadata } from "next";
import Link from "next/link";
import { forbidden } from "next/navigation";

import { PageHead } from "@/components/shell/page-head";
import { ImportCrumb } from "@/components/imports/import-crumb";
import { ImportForm } from "@/components/imports/import-form";
import { transferPath } from "@/components/paths";
import { TeamChoice } from "@/components/imports/team-choice";
import { Page } from "@/components/shell/page";
import { leadOf } from "@/lib/catalogue/imports/lead-of";
import { listConferences } from "@/lib/catalogue/imports/queries";
import { requireSession } from "@/lib/identity/gates";

export const metadata: Metadata = { title: "Read a post" };

/** Where a recap post is read in for a team. */
export default async function NewImportPage({ searchParams }: PageProps<"/imports/new">) {
  const { team, conference } = await searchParams;
  const session = await requireSession("/imports/new");
  const { viewer, teams } = leadOf(session, typeof team === "string" ? team : undefined) ?? forbidden();
  const conferences = await listConferences(viewer);
  return (
    <Page isNarrow>
      <ImportCrumb teamSlug={viewer.teamSlug} />
      <PageHead title="Read a post">
        <TeamChoice teams={teams} current={viewer.teamSlug} path="/imports/new" />
      </PageHead>
      <ImportForm
        team={viewer.teamSlug}
        conferences={conferences}
        conference={typeof conference === "string" ? conference : ""}
      />
      <p className="mt-6 text-sm text-ink-2">
        A file that another Debrief wrote?{" "}
        <Link href={transferPath(viewer.teamSlug)} prefetch={false}>
          Bring it in
        </Link>{" "}
        with its marks and threads.
      </p>
    </Page>
  );
}
