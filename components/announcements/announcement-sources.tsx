import { FileText } from "lucide-react";

import { Count } from "@/components/ui/count";
import type { AnnouncementDetails, AnnouncementMention } from "@/lib/catalogue/announcement-types";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";

/** What each source said of it: the author's take, and the passage where the text may be kept. */
export function AnnouncementSources({
  mentions,
  mentionCount,
  summary,
}: Pick<AnnouncementDetails, "mentions" | "mentionCount" | "summary">) {
  if (mentions.length === 0) return null;
  const more = mentionCount - mentions.length;
  return (
    <section className="border-t border-line py-6" aria-labelledby="sources">
      <header className="mb-3 flex items-center gap-2">
        <h2 id="sources">Sources</h2>
        <Count of={mentionCount} />
        <span className="ml-auto text-xs text-ink-3">takes are the authors’, in short</span>
      </header>
      <ul>
        {mentions.map((mention, index) => (
          // Without a summary of our own, the passage is all there is to read.
          <Mention key={mention.sourceId} {...mention} isOpen={summary === "" && index === 0} />
        ))}
      </ul>
      {more > 0 && <p className="pt-3 text-xs text-ink-3">and {formatNumber(more)} more</p>}
    </section>
  );
}

type Shown = AnnouncementMention & { isOpen: boolean };

function Mention({ title, author, url, publishedOn, section, take, excerpt, isOpen }: Shown) {
  return (
    <li className="flex gap-3 border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
      <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-3">
          <span className="text-sm font-medium wrap-anywhere text-ink">
            {url ? (
              <a href={url} rel="noopener" className="text-ink">
                {title}
              </a>
            ) : (
              title
            )}
          </span>
          {author && <span>{author}</span>}
          {publishedOn && <time dateTime={publishedOn}>{formatDay(publishedOn)}</time>}
          {section && <span>under {section}</span>}
        </p>
        {take && <p className="max-w-[72ch] text-base wrap-anywhere text-ink">{take}</p>}
        {excerpt && (
          <details className="text-sm" open={isOpen}>
            <summary className="inline-block text-xs leading-6 text-ink-3 hover:text-ink">What it said</summary>
            <blockquote className="max-w-[72ch] border-l-2 border-line-strong pl-3 wrap-anywhere whitespace-pre-wrap">
              {excerpt}
            </blockquote>
          </details>
        )}
      </div>
    </li>
  );
}
