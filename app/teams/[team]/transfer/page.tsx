import type { Metadata } from "next";
import { forbidden } from "next/navigation";

import { Page } from "@/components/shell/page";
import { PageHead } from "@/components/shell/page-head";
import { TransferForm } from "@/components/transfer/transfer-form";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { maxTransferMegabytes } from "@/lib/transfer/limit";

export const metadata: Metadata = { title: "Bring a file in" };

/** Where a lead brings in what a team made of a conference in another installation. */
export default async function TransferPage({ params }: PageProps<"/teams/[team]/transfer">) {
  const { team } = await params;
  const viewer = await requireTeam(team, `/teams/${team}/transfer`);
  if (!can(viewer, "team.transfer")) forbidden();
  return (
    <Page isNarrow>
      <PageHead title="Bring a file in" />
      <p className="mt-3 max-w-[60ch] text-ink-2">
        What a team made of a conference in another Debrief, or another team of this one: announcements, marks, notes,
        threads and decisions. Save it there as JSON from the export menu of the shortlist.
      </p>
      <TransferForm teamSlug={team} maxMegabytes={maxTransferMegabytes()} />
      <section className="mt-10 grid max-w-[60ch] gap-2 border-t border-line pt-6 text-sm text-ink-2">
        <h2>What becomes of it</h2>
        <p>What is here stays. Where both have a mark or a decision, the one that was changed later stands.</p>
        <p>
          People are found by e-mail among the members of {viewer.teamName}. Everybody else is named without an account:
          invite people first, if their marks are to be theirs here.
        </p>
        <p>All of the file comes, or nothing of it. The same file a second time changes nothing.</p>
      </section>
    </Page>
  );
}
