import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";

import { ImportReview } from "@/components/imports/import-review";
import { ImportHeading } from "@/components/imports/import-heading";
import { ImportSummary } from "@/components/imports/import-summary";
import { ImportReading } from "@/components/imports/import-reading";
import { ImportStaying } from "@/components/imports/import-staying";
import { KnownLink } from "@/components/imports/known-link";
import { PageLinks } from "@/components/imports/page-links";
import { viewerOfImport } from "@/lib/catalogue/imports/access";
import { postView } from "@/lib/catalogue/imports/post-view";
import { readImport } from "@/lib/catalogue/imports/queries";
import { readProgress } from "@/lib/catalogue/imports/reading/commands";
import { readStaying } from "@/lib/catalogue/imports/staying";
import { listMergeTargets } from "@/lib/catalogue/imports/targets";
import { requireSession } from "@/lib/identity/gates";

import "@/app/styles/review.css";
import "@/app/styles/review-candidates.css";

export const metadata: Metadata = { title: "Review import" };

/** The review of one import; afterwards, what publishing it did. */
export default async function ImportPage({ params, searchParams }: PageProps<"/imports/[import]">) {
  const { import: importId } = await params;
  const asked = await searchParams;
  const session = await requireSession(`/imports/${importId}`);
  const viewer = (await viewerOfImport(session, importId)) ?? notFound();
  const known = asked.known !== undefined;
  const review = (await readImport(viewer, importId, { after: numberIn(asked.after) ?? 0, known })) ?? forbidden();
  const heading = (
    <ImportHeading review={review} isKnown={asked.before !== undefined}>
      <ImportStaying
        staying={await readStaying(viewer, importId)}
        teamSlug={viewer.teamSlug}
        removed={review.state === "reviewing" ? numberIn(asked.undone) : undefined}
      />
    </ImportHeading>
  );
  const { id, counts, candidates, state, text, format } = review;
  if (state === "reading") {
    const progress = (await readProgress(viewer, importId)) ?? notFound();
    return <ImportReading importId={id} progress={progress} heading={heading} />;
  }
  if (state !== "reviewing" || counts.found === 0) {
    return <ImportSummary review={review} heading={heading} isKnownShown={known} />;
  }

  const wanted = numberIn(asked.candidate);
  const first =
    candidates.find(({ number }) => number === wanted) ??
    candidates.find(({ resolution }) => resolution === "open") ??
    candidates[0] ??
    notFound();
  const query = typeof asked.q === "string" ? asked.q : "";
  return (
    <ImportReview
      review={{ id, counts, candidates }}
      post={postView(text, format, candidates)}
      first={first.number}
      targets={(await listMergeTargets(viewer, first.id, query)) ?? []}
      query={query}
      heading={heading}
      foot={
        <>
          <KnownLink review={review} isShown={known} />
          <PageLinks review={review} />
        </>
      }
    />
  );
}

function numberIn(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}
