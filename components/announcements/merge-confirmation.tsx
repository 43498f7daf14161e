import Link from "next/link";

import { announcementPath, mergePath } from "@/components/paths";
import type { MergePreview, Side } from "@/lib/catalogue/merging/types";
import type { FormAction } from "@/lib/errors/form";
import { formatCount } from "@/lib/format/number";

import { MergeForm } from "./merge-form";
import { mergeSentences } from "./merge-sentences";

type Props = { preview: MergePreview; teamSlug: string; action: FormAction };

/** What merging would do, in numbers, which of the two is kept, and the button that does it. */
export function MergeConfirmation({ preview, teamSlug, action }: Props) {
  const { keep, drop } = preview;
  return (
    <div className="mt-4 grid gap-6">
      <dl className="grid gap-4 border-y border-line py-4 sm:grid-cols-2 sm:gap-6">
        <Card word="Kept" side={keep} teamSlug={teamSlug} />
        <Card word="Goes into it" side={drop} teamSlug={teamSlug} />
      </dl>
      <section aria-labelledby="what-happens" className="grid gap-2">
        <h2 id="what-happens">What happens, for every team</h2>
        <ul className="grid max-w-[68ch] list-disc gap-1 pl-5">
          {mergeSentences(preview).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <MergeForm action={action} fields={{ keep: keep.id, drop: drop.id }} look="primary">
          Merge
        </MergeForm>
        <Link prefetch={false} href={mergePath(teamSlug, drop.slug, keep.slug)} className="text-sm">
          Keep the other one instead
        </Link>
        <Link prefetch={false} href={mergePath(teamSlug, keep.slug)} className="text-sm">
          Choose another
        </Link>
      </div>
    </div>
  );
}

function Card({ word, side, teamSlug }: { word: string; side: Side; teamSlug: string }) {
  const { slug, title, services, marks, comments, sources } = side;
  const facts = [formatCount(marks, "mark"), formatCount(comments, "comment"), formatCount(sources, "source")];
  return (
    <div className="min-w-0">
      <dt className="pb-0.5 text-xs text-ink-3">{word}</dt>
      <dd className="grid gap-0.5">
        <Link
          prefetch={false}
          href={announcementPath(teamSlug, slug)}
          className="text-md font-medium wrap-anywhere text-ink"
        >
          {title}
        </Link>
        {services.length > 0 && <span className="text-sm wrap-anywhere">{services.join(", ")}</span>}
        <span className="text-xs text-ink-3 tabular-nums">{facts.join(" · ")}</span>
      </dd>
    </div>
  );
}
