import { buttonClass } from "@/components/ui/button-class";
import { inputClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import type { Twin } from "@/lib/catalogue/merging/types";

type Props = {
  conference: string;
  twins: readonly Twin[];
  query: string;
  /** Why the one that was chosen cannot be. */
  problem: { message: string } | undefined;
};

/** Announcements of the conference that may be the same, the likeliest first, and a search for any other. */
export function MergeChoice({ conference, twins, query, problem }: Props) {
  return (
    <div className="mt-4 grid gap-5">
      <p className="max-w-[60ch]">
        Choose the announcement of {conference} that is the same as this one. The next step says what merging would do;
        nothing changes before.
      </p>
      <form role="search" className="flex gap-2">
        <input
          className={inputClass}
          type="search"
          name="q"
          defaultValue={query}
          placeholder="Search this conference"
          aria-label="Search announcements of this conference"
        />
        <button className={buttonClass()}>Search</button>
      </form>
      <ProblemNote problem={problem} />
      {twins.length === 0 ? (
        <p className="text-sm">
          {query ? "No announcement found. Search for another word." : "This conference has no other announcement."}
        </p>
      ) : (
        <Choice twins={twins} query={query} />
      )}
    </div>
  );
}

function Choice({ twins, query }: Pick<Props, "twins" | "query">) {
  return (
    <form className="grid gap-4">
      {query && <input type="hidden" name="q" value={query} />}
      <fieldset>
        <legend className="pb-2 text-sm font-medium text-ink">{query ? "Found" : "Likely the same comes first"}</legend>
        <div className="border-t border-line">
          {twins.map(({ slug, title, services, reason }) => (
            <label
              key={slug}
              className="flex cursor-pointer items-start gap-3 border-b border-line py-2.5 hover:bg-hover has-checked:bg-hover"
            >
              <input type="radio" name="with" value={slug} required className="mt-1 size-4 shrink-0 accent-accent" />
              <span className="min-w-0">
                <span className="block text-base font-medium wrap-anywhere text-ink">{title}</span>
                <span className="block text-xs wrap-anywhere text-ink-3">
                  {[services.join(", "), reason].filter(Boolean).join(" · ")}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <button className={`${buttonClass("primary")} justify-self-start`}>Compare</button>
    </form>
  );
}
