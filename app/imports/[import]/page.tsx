import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";

import { ImportReview } from "@/components/imports/import-review";
import { ImportHeading } from "@/components/imports/import-heading";
import { ImportSummary } from "@/components/imports/import-summary";
import { ImportReading } from "@/components/imports/import-reading";
import { ImportStaying } from "@/components/imports/import-staying";
import { KnownLink } from "@/components/imports/known-link";
import { PageLinks } from "@/components/imports/page-links";
import type { PostContent } from "@/components/imports/post-column";
import { onlyOf } from "@/components/imports/review-only";
import { viewerOfImport } from "@/lib/catalogue/imports/access";
import { postView } from "@/lib/catalogue/imports/post-view";
import { CANDIDATES_PER_PAGE, readImport } from "@/lib/catalogue/imports/queries";
import { readProgress } from "@/lib/catalogue/imports/reading/commands";
import { countReview, listEntries } from "@/lib/catalogue/imports/review-queries";
import { readStaying } from "@/lib/catalogue/imports/staying";
import { listMergeTargets } from "@/lib/catalogue/imports/targets";
import type { ImportReview as Review } from "@/lib/catalogue/imports/types";
import { requireSession } from "@/lib/identity/gates";
import type { TeamViewer } from "@/lib/identity/types";

import "@/app/styles/review.css";
import "@/app/styles/review-bar.css";
import "@/app/styles/review-candidates.css";
import "@/app/styles/review-post.css";

export const metadata: Metadata = { title: "Review import" };

/** The review of one import; afterwards, what publishing it did. */
export default async function ImportPage({ params, searchParams }: PageProps<"/imports/[import]">) {
  const { import: importId } = await params;
  const asked = await searchParams;
  const session = await requireSession(`/imports/${importId}`);
  const viewer = (await viewerOfImport(session, importId)) ?? notFound();
  const wanted = numberIn(asked.candidate);
  const only = onlyOf(asked.show);
  const known = asked.known !== undefined;
  const after = numberIn(asked.after) ?? (only === "all" ? beforePageOf(wanted) : 0);
  const review = (await readImport(viewer, importId, { after, known, only })) ?? forbidden();
  const heading = (
    <ImportHeading review={review} isKnown={asked.before !== undefined}>
      <ImportStaying
        staying={await readStaying(viewer, importId)}
        teamSlug={viewer.teamSlug}
        removed={review.state === "reviewing" ? numberIn(asked.undone) : undefined}
      />
    </ImportHeading>
  );
  const { id, counts, candidates, state } = review;
  if (state === "reading") {
    const progress = (await readProgress(viewer, importId)) ?? notFound();
    return <ImportReading importId={id} progress={progress} heading={heading} />;
  }
  if (state !== "reviewing" || counts.found === 0) {
    return <ImportSummary review={review} heading={heading} isKnownShown={known} />;
  }

  const first =
    candidates.find(({ number }) => number === wanted) ??
    candidates.find(({ resolution }) => resolution === "open") ??
    candidates[0];
  const query = typeof asked.q === "string" ? asked.q : "";
  const [post, totals, targets] = await Promise.all([
    readPost(viewer, review),
    countReview(viewer, id),
    first ? listMergeTargets(viewer, first.id, query) : null,
  ]);
  return (
    <ImportReview
      review={{ id, counts, candidates }}
      post={post}
      totals={totals ?? notFound()}
      only={only}
      first={first?.number ?? 0}
      targets={targets ?? []}
      query={query}
      heading={heading}
      foot={
        <>
          <KnownLink review={review} isShown={known} />
          <PageLinks review={review} isFirst={after === 0} only={only} />
        </>
      }
    />
  );
}

/** A post is a text to read; a feed or a table is shown as what it says of each candidate. */
async function readPost(viewer: TeamViewer, { id, text, format, candidates }: Review): Promise<PostContent> {
  if (format === "markdown" || format === "html" || format === "text") {
    return { blocks: postView(text, format, candidates) };
  }
  const ids = candidates.map((candidate) => candidate.id);
  return { entries: (await listEntries(viewer, id, ids)) ?? [] };
}

/** Numbers count from 1 without a gap. */
function beforePageOf(number: number | undefined): number {
  return number ? Math.floor((number - 1) / CANDIDATES_PER_PAGE) * CANDIDATES_PER_PAGE : 0;
}

function numberIn(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}
