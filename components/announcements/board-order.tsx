"use client";

import { ArrowUpDown, Rows3 } from "lucide-react";

import { boardPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import { menuItem } from "@/components/ui/menu-item";
import { useInAppLinks } from "@/components/ui/use-in-app-links";
import {
  defaultGroup,
  GROUPS,
  sortedBy,
  sortsOf,
  type BoardFilter,
  type Group,
  type Sort,
} from "@/lib/catalogue/board/filter";

const SORT: Record<Sort, string> = {
  relevance: "Best match",
  category: "Category",
  support: "Support",
  disagreement: "Disagreement",
  mentions: "Sources",
  newest: "Newest",
  activity: "Activity",
};

/** What the order goes by, where its name does not say it. */
const ABOUT: Partial<Record<Sort, string>> = {
  category: "then title",
  support: "few marks prove little",
  disagreement: "furthest apart first",
  mentions: "most mentions first",
  newest: "added here last first",
  activity: "latest first",
};

const GROUP: Record<Group, string> = { none: "No groups", category: "Category", service: "First service" };

/** The order of the list and its groups, each choice a link, so that they work before JavaScript and have an address. */
export function BoardOrder({ teamSlug, slug, filter }: { teamSlug: string; slug: string; filter: BoardFilter }) {
  const isGrouped = filter.group !== defaultGroup(filter) && filter.group !== "none";
  return (
    <div className="board-tools" onClick={useInAppLinks()}>
      <Menu
        label={`Order: ${SORT[filter.sort]}`}
        align="right"
        buttonClass={`${buttonClass()} w-full`}
        button={
          <>
            <ArrowUpDown aria-hidden className="size-3.5" />
            {SORT[filter.sort]}
          </>
        }
      >
        {sortsOf(filter).map((sort) => (
          <a
            key={sort}
            href={boardPath(teamSlug, slug, sortedBy(filter, sort))}
            aria-current={sort === filter.sort || undefined}
            className={menuItem}
          >
            {SORT[sort]}
            <span className="ml-auto pl-4 text-xs font-normal whitespace-nowrap text-ink-3">{ABOUT[sort]}</span>
          </a>
        ))}
      </Menu>
      <Menu
        label={`Group: ${GROUP[filter.group]}`}
        align="right"
        buttonClass={`${buttonClass()} w-full`}
        button={
          <>
            <Rows3 aria-hidden className="size-3.5" />
            {isGrouped ? GROUP[filter.group] : "Group"}
          </>
        }
      >
        {GROUPS.map((group) => (
          <a
            key={group}
            href={boardPath(teamSlug, slug, { ...filter, group, after: null })}
            aria-current={group === filter.group || undefined}
            className={menuItem}
          >
            {GROUP[group]}
          </a>
        ))}
      </Menu>
    </div>
  );
}
