import Link from "next/link";

import type { mergePath } from "@/components/paths";
import { textButtonClass } from "@/components/ui/button-class";
import type { MergedFrom } from "@/lib/catalogue/merging/types";
import type { FormAction } from "@/lib/errors/form";
import { formatDay } from "@/lib/format/date";

import { MergeForm } from "./merge-form";

type Props = { merges: readonly MergedFrom[]; path: ReturnType<typeof mergePath>; undo: FormAction };

/** For leads: what was merged into this announcement, with the way back, and the way to merge it with another. */
export function MergeSection({ merges, path, undo }: Props) {
  const way = (
    <Link prefetch={false} href={path} className={`${textButtonClass} justify-self-start no-underline`}>
      Merge with another…
    </Link>
  );
  if (merges.length === 0) return way;
  return (
    <section aria-labelledby="merged-from" className="grid gap-2">
      <h2 id="merged-from">Merged from</h2>
      <ul className="border-t border-line">
        {merges.map(({ mergeId, title, by, at, canUndo }) => (
          <li key={mergeId} className="flex items-start gap-3 border-b border-line py-2">
            <div className="min-w-0 grow">
              <p className="text-sm wrap-anywhere text-ink">{title}</p>
              <p className="text-xs text-ink-3">
                {by ?? "a lead of another team"}, <time dateTime={at}>{formatDay(at)}</time>
              </p>
            </div>
            {canUndo && (
              <MergeForm
                action={undo}
                fields={{ mergeId }}
                look="quiet"
                size="small"
                label={`Undo the merge of ${title}`}
              >
                Undo
              </MergeForm>
            )}
          </li>
        ))}
      </ul>
      {way}
    </section>
  );
}
