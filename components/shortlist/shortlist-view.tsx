import { ListChecks } from "lucide-react";
import Link from "next/link";

import { boardPath, comparePath, shortlistPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { Count } from "@/components/ui/count";
import type { FormAction } from "@/lib/errors/form";
import { formatNumber } from "@/lib/format/number";
import type { ShortlistFilter } from "@/lib/shortlist/filter";
import type { Shortlist } from "@/lib/shortlist/page/types";
import { oneMore, pageQuery, type Shown } from "@/lib/shortlist/page/shown";

import { DecidedList, type Opened } from "./decided-list";
import { OPENING } from "./decided-row";
import { FilterMenus } from "./filter-menus";
import { LeaningList, type Deciding } from "./leaning-list";
import { progressWords } from "./row-words";
import { ShortlistEmpty } from "./shortlist-empty";
import type { MoveAction } from "./states";

type Props = {
  shortlist: Shortlist;
  filter: ShortlistFilter;
  /** The filter in words; null when nothing is filtered. */
  words: string | null;
  teamSlug: string;
  personId: string;
  today: string;
  opened: Opened | null;
  /** Given to leads alone. */
  deciding: Deciding | null;
  move: MoveAction | null;
  record: FormAction;
};

/** The page of a shortlist below its head: what is decided, in order, and what leans. */
export function ShortlistView({
  shortlist,
  filter,
  words,
  teamSlug,
  personId,
  today,
  opened,
  deciding,
  move,
  record,
}: Props) {
  const { conference, totals, options, shown, members } = shortlist;
  const { slug } = conference;
  const query = pageQuery(filter, shown);
  const whole = shortlistPath(teamSlug, slug);
  const more = { teamSlug, conferenceSlug: slug, filter, shown };
  const isEmpty = totals.decided === 0 && totals.leaning === 0 && words === null;
  if (isEmpty) return <ShortlistEmpty board={boardPath(teamSlug, slug)} />;
  return (
    <>
      <section aria-labelledby="decided-title">
        <header className="list-head">
          <h2 id="decided-title">Decided to adopt</h2>
          <Count of={totals.decided} />
          <FilterMenus teamSlug={teamSlug} conferenceSlug={slug} filter={filter} options={options} />
          {deciding && shortlist.leaning.length > 1 && (
            <a href="#leaning-title" className={`${buttonClass("default", "small")} max-sm:hidden`}>
              <ListChecks aria-hidden className="size-3.5" />
              Decide several
            </a>
          )}
          {totals.decided > 0 && (
            <p className="list-sums">
              {progressWords(totals)}{" "}
              <Link href={comparePath(teamSlug, slug)} prefetch={false}>
                Compare with…
              </Link>
            </p>
          )}
        </header>
        {totals.decided > 0 ? (
          <div className="shortlist-list">
            <DecidedList
              key={JSON.stringify(opened)}
              {...{ teamSlug, personId, today, opened, totals, move, record }}
              rows={shortlist.decided}
              here={shortlistPath(teamSlug, slug, query)}
            />
            <More list="decided" {...more} total={totals.decided} />
          </div>
        ) : (
          <p className="list-none">
            {words === null ? (
              <>Nothing is decided yet. Decide what leans to adopt, or any announcement on its own page.</>
            ) : (
              <>
                Nothing that is decided matches {words}.{" "}
                <Link href={whole} prefetch={false}>
                  Clear filters
                </Link>
              </>
            )}
          </p>
        )}
      </section>
      <section aria-labelledby="leaning-title">
        <header className="list-head">
          <h2 id="leaning-title">Leans to adopt, nobody has settled it</h2>
          {totals.leaning !== null && <Count of={totals.leaning} />}
          {shortlist.leaning.length > 1 && (
            <p className="list-order">sorted by support, the lower bound of the adopt share</p>
          )}
        </header>
        {shortlist.leaning.length > 0 ? (
          <div className="shortlist-list">
            <LeaningList rows={shortlist.leaning} {...{ teamSlug, members, deciding }} />
            <More list="leaning" {...more} total={totals.leaning ?? 0} />
          </div>
        ) : (
          <p className="list-none">
            {totals.leaning === null
              ? "What leans has no owner and no target yet, so this filter leaves it out."
              : words === null
                ? "Nothing leans to adopt without a decision."
                : `Nothing that leans matches ${words}.`}
          </p>
        )}
      </section>
      <form id={OPENING} method="get" action={`${whole}#open`} hidden>
        {[...new URLSearchParams(query)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
    </>
  );
}

type MoreProps = {
  list: keyof Shown;
  teamSlug: string;
  conferenceSlug: string;
  filter: ShortlistFilter;
  shown: Shown;
  total: number;
};

/** The way to more of a list, up to its end; then that the exports have the rest. */
function More({ list, teamSlug, conferenceSlug, filter, shown, total }: MoreProps) {
  if (total <= shown[list]) return null;
  const more = oneMore(shown, list);
  return (
    <p className="list-foot">
      {more ? (
        <Link href={shortlistPath(teamSlug, conferenceSlug, pageQuery(filter, more))} prefetch={false} scroll={false}>
          Show {formatNumber(Math.min(total, more[list]) - shown[list])} more
        </Link>
      ) : (
        `Shown are the first ${formatNumber(shown[list])} of ${formatNumber(total)}; an export has them all.`
      )}
    </p>
  );
}
