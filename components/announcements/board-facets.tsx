"use client";

import { ListFilter } from "lucide-react";
import { useRef } from "react";

import { boardPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { useInAppLinks } from "@/components/ui/use-in-app-links";
import {
  FACETS,
  isNarrowed,
  LEANS,
  MY_MARKS,
  WHOLE_BOARD,
  type BoardFilter,
  type Facet,
  type LeanFilter,
  type MyMark,
} from "@/lib/catalogue/board/filter";
import type { Board, BoardFacets as Counted, FacetName } from "@/lib/catalogue/board/types";
import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { formatNumber } from "@/lib/format/number";
import { AVAILABILITIES, CATEGORIES, type Availability } from "@/lib/recap/types";
import { CHOICE_LABEL } from "@/lib/voting/labels";

const MINE: Record<MyMark, string> = { unmarked: "Unmarked", ...CHOICE_LABEL };
const LEAN: Record<LeanFilter, string> = {
  decided: "Decided",
  adopt: "Leans adopt",
  investigate: "Leans investigate",
  ignore: "Leans ignore",
  split: "Split",
  "below-quorum": "Below quorum",
  none: "Nobody has marked",
};
const AVAILABILITY: Record<Availability, string> = { ...AVAILABILITY_LABEL, unknown: "Not said" };
const TITLE: Record<Facet, string> = {
  mine: "My mark",
  lean: "Team",
  category: "Category",
  availability: "Availability",
  source: "Source",
  service: "Service",
};

type Props = { teamSlug: string; board: Board; filter: BoardFilter; facets: Counted | null };

/**
 * The filters as links, each to the board with that value added or taken away, so that they work before JavaScript and
 * every state has an address. Beside the list where there is room, behind "Filters" where there is not.
 */
export function BoardFacets({ teamSlug, board, filter, facets }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const { slug } = board.conference;
  const inUse = FACETS.reduce((sum, facet) => sum + filter[facet].length, 0);
  // A quorum is a round's.
  const leans = LEANS.filter((lean) => lean !== "below-quorum" || board.round || filter.lean.includes(lean));
  const lists: [Facet, FacetName[]][] = [
    ["mine", labelled(MY_MARKS, MINE)],
    ["lean", labelled(leans, LEAN)],
    ["category", labelled(board.categories, CATEGORY_LABEL)],
    ["availability", labelled(AVAILABILITIES, AVAILABILITY)],
    ["source", offered(facets?.names.source, filter.source, "A source")],
    ["service", offered(facets?.names.service, filter.service, null)],
  ];

  function close() {
    if (!details.current) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  }

  return (
    <details
      ref={details}
      className="board-facets"
      onClick={useInAppLinks()}
      onKeyDown={({ key }) => {
        if (key === "Escape") close();
      }}
    >
      <summary className={`${buttonClass()} lg:supports-[selector(::details-content)]:hidden`}>
        <ListFilter aria-hidden className="size-3.5" />
        Filters{inUse > 0 && ` (${inUse})`}
      </summary>
      <div>
        {lists.map(
          ([facet, values]) =>
            values.length > 0 && (
              <FacetList
                key={facet}
                facet={facet}
                values={values}
                chosen={filter[facet]}
                counts={facets?.counts[facet]}
                href={(chosen) => boardPath(teamSlug, slug, withChosen(filter, facet, chosen))}
              />
            ),
        )}
        {isNarrowed(filter) && <a href={boardPath(teamSlug, slug, cleared(filter))}>Clear filters</a>}
        <button type="button" onClick={close} className={`${buttonClass()} board-facets-done sm:hidden`}>
          {facets ? `Show ${formatNumber(facets.total)}` : "Done"}
        </button>
      </div>
    </details>
  );
}

function FacetList({
  facet,
  values,
  chosen,
  counts,
  href,
}: {
  facet: Facet;
  values: FacetName[];
  chosen: readonly string[];
  /** Nothing until they are known. */
  counts: Record<string, number> | undefined;
  href: (chosen: string[]) => string;
}) {
  return (
    <section>
      <h2>{TITLE[facet]}</h2>
      {values.map(({ value, name }) => {
        const isOn = chosen.includes(value);
        const count = counts && (counts[value] ?? 0);
        const others = chosen.filter((other) => other !== value);
        return (
          <a
            key={value}
            href={href(isOn ? others : [...others, value])}
            aria-current={isOn || undefined}
            className={count === 0 ? "none" : undefined}
          >
            {facet === "mine" && value !== "unmarked" && <span className={`shape text-(--c) ${value}`} aria-hidden />}
            <span>{name}</span>
            {count !== undefined && <b>{formatNumber(count)}</b>}
          </a>
        );
      })}
    </section>
  );
}

function labelled<Value extends string>(values: readonly Value[], labels: Record<Value, string>): FacetName[] {
  return values.map((value) => ({ value, name: labels[value] }));
}

/** What is offered once it is known; until then, and where it is gone, what is chosen can be taken away. */
function offered(names: FacetName[] | undefined, chosen: string[], fallback: string | null): FacetName[] {
  const known = names ?? [];
  const missing = chosen.filter((value) => !known.some((name) => name.value === value));
  return [...known, ...missing.map((value) => ({ value, name: fallback ?? value }))];
}

/** The values come from the lists above, which hold nothing that is not of the facet. */
function withChosen(filter: BoardFilter, facet: Facet, chosen: string[]): BoardFilter {
  const view = facet === "mine" && chosen.length > 0 ? "all" : filter.view;
  const inOrder = { ...filter, view, after: null };
  switch (facet) {
    case "mine":
      return { ...inOrder, mine: MY_MARKS.filter((value) => chosen.includes(value)) };
    case "lean":
      return { ...inOrder, lean: LEANS.filter((value) => chosen.includes(value)) };
    case "category":
      return { ...inOrder, category: CATEGORIES.filter((value) => chosen.includes(value)) };
    case "availability":
      return { ...inOrder, availability: AVAILABILITIES.filter((value) => chosen.includes(value)) };
    case "source":
    case "service":
      return { ...inOrder, [facet]: chosen.toSorted() };
  }
}

/** The same view in the same order, with nothing chosen and nothing searched. */
function cleared({ view, sort, group }: BoardFilter): BoardFilter {
  return { ...WHOLE_BOARD, view, sort, group };
}
