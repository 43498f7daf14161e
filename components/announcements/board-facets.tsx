"use client";

import { useInAppLinks } from "@/components/ui/use-in-app-links";
import { boardPath, type BoardPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import {
  isNarrowed,
  LEANS,
  MY_MARKS,
  type BoardFilter,
  type LeanFilter,
  type MyMark,
} from "@/lib/catalogue/board/filter";
import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { AVAILABILITIES, type Availability, type Category } from "@/lib/recap/types";
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

/**
 * The filters as links, each to the board with that value added or taken away, so that they work before JavaScript and
 * every state has an address. Beside the list where there is room, behind "Filters" where there is not.
 */
export function BoardFacets({
  teamSlug,
  conferenceSlug,
  filter,
  categories,
}: {
  teamSlug: string;
  conferenceSlug: string;
  filter: BoardFilter;
  categories: Category[];
}) {
  const board = (changed: Partial<BoardFilter>) =>
    boardPath(teamSlug, conferenceSlug, { ...filter, after: null, ...changed });
  const inUse = filter.category.length + filter.availability.length + filter.mine.length + filter.lean.length;
  return (
    <details className="board-facets" onClick={useInAppLinks()}>
      <summary className={`${buttonClass()} lg:supports-[selector(::details-content)]:hidden`}>
        Filters{inUse > 0 && ` (${inUse})`}
      </summary>
      <div>
        <Facet
          title="My mark"
          values={MY_MARKS}
          labels={MINE}
          chosen={filter.mine}
          withShapes
          href={(mine) => board({ mine, view: mine.length > 0 ? "all" : filter.view })}
        />
        <Facet title="Team" values={LEANS} labels={LEAN} chosen={filter.lean} href={(lean) => board({ lean })} />
        <Facet
          title="Category"
          values={categories}
          labels={CATEGORY_LABEL}
          chosen={filter.category}
          href={(category) => board({ category })}
        />
        <Facet
          title="Availability"
          values={AVAILABILITIES}
          labels={AVAILABILITY}
          chosen={filter.availability}
          href={(availability) => board({ availability })}
        />
        {isNarrowed(filter) && <a href={boardPath(teamSlug, conferenceSlug)}>Clear filters</a>}
      </div>
    </details>
  );
}

function Facet<Value extends string>({
  title,
  values,
  labels,
  chosen,
  withShapes = false,
  href,
}: {
  title: string;
  values: readonly Value[];
  labels: Record<Value, string>;
  chosen: Value[];
  /** Whether the values are choices, which are known by their shapes. */
  withShapes?: boolean;
  href: (chosen: Value[]) => BoardPath;
}) {
  return (
    <section>
      <h2>{title}</h2>
      {values.map((value) => {
        const isOn = chosen.includes(value);
        const toggled = values.filter((other) => (other === value ? !isOn : chosen.includes(other)));
        return (
          <a key={value} href={href(toggled)} aria-current={isOn || undefined}>
            {withShapes && value !== "unmarked" && <span className={`shape text-(--c) ${value}`} aria-hidden />}
            {labels[value]}
          </a>
        );
      })}
    </section>
  );
}
