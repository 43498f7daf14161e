import { Facts } from "@/components/ui/facts";
import type { FeedPreview as Preview } from "@/lib/catalogue/feeds/types";
import { formatDay } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";

/** What stands at an address, before anybody subscribes to it. */
export function FeedPreview({ preview: { url, isFromPage, title, count, latest, first } }: { preview: Preview }) {
  return (
    <section role="status" className="rounded-md border border-line-strong bg-surface px-4 py-3 wrap-anywhere">
      <h3 className="text-base font-medium text-ink">{title}</h3>
      <Facts
        isSmall
        facts={[
          formatCount(count, "item"),
          latest && `latest ${formatDay(latest)}`,
          isFromPage && `Found on the page: ${url}`,
        ]}
      />
      {first.length > 0 && (
        <ul className="mt-2 grid gap-1 text-sm text-ink-2">
          {first.map((item, index) => (
            <li key={index}>{item.title}</li>
          ))}
          {count > first.length && (
            <li className="text-ink-3">and {formatCount(count - first.length, "more", "more")}</li>
          )}
        </ul>
      )}
    </section>
  );
}
