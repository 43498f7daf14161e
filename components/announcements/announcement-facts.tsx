import type { AnnouncementDetails } from "@/lib/catalogue/announcement-types";
import { figureParts } from "@/lib/catalogue/figure-parts";

/** What was announced, in our own words, and the figures that matter with the owner of each claim. */
export function AnnouncementFacts({ summary, figures }: Pick<AnnouncementDetails, "summary" | "figures">) {
  if (!summary && figures.length === 0) return null;
  return (
    <section className="border-t border-line py-6" aria-label="Summary">
      {summary && <p className="max-w-[68ch] text-md wrap-anywhere text-ink">{summary}</p>}
      {figures.length > 0 && (
        <ul className="mt-4 grid gap-x-4 gap-y-1.5 text-sm first:mt-0 sm:grid-cols-[max-content_1fr]">
          {figures.map(({ text }, index) => {
            const { figure, about } = figureParts(text);
            return (
              <li key={index} className="max-sm:block sm:col-span-2 sm:grid sm:grid-cols-subgrid">
                {figure && <b className="tabular-nums">{figure} </b>}
                <span className={figure ? undefined : "col-span-2"}>{about}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
