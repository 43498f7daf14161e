import { ChevronDown } from "lucide-react";
import Link from "next/link";

import { shortlistPath, type ShortlistPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import { menuItem } from "@/components/ui/menu-item";
import { formatNumber } from "@/lib/format/number";
import { quarterWords, shortlistQuery, type ShortlistFilter } from "@/lib/shortlist/filter";
import type { FilterOption, FilterOptions } from "@/lib/shortlist/page/types";

type Field = keyof FilterOptions;

const LABEL: Record<Field, string> = { owner: "Owner", quarter: "Quarter", service: "Service" };
const ANY: Record<Field, string> = { owner: "Any owner", quarter: "Any quarter", service: "Any service" };
const FIELDS: readonly Field[] = ["owner", "quarter", "service"];

type Props = { teamSlug: string; conferenceSlug: string; filter: ShortlistFilter; options: FilterOptions };

/** By what the shortlist can be filtered: each value a link with how many it would show, so that every state has an address. */
export function FilterMenus({ teamSlug, conferenceSlug, filter, options }: Props) {
  const hrefOf = (other: ShortlistFilter) => shortlistPath(teamSlug, conferenceSlug, shortlistQuery(other));
  return FIELDS.map((field) => (
    <FilterMenu key={field} field={field} filter={filter} options={options[field]} hrefOf={hrefOf} />
  ));
}

type MenuProps = {
  field: Field;
  filter: ShortlistFilter;
  options: readonly FilterOption[];
  /** The page with another filter; its lists begin at their first page again. */
  hrefOf: (filter: ShortlistFilter) => ShortlistPath;
};

function FilterMenu({ field, filter, options, hrefOf }: MenuProps) {
  const chosen = filter[field];
  const name = chosen === null ? null : (options.find(({ value }) => value === chosen)?.name ?? nameOf(field, chosen));
  return (
    <Menu
      label={name === null ? undefined : `${LABEL[field]}: ${name}`}
      align="right"
      buttonClass={`${buttonClass("default", "small")} max-w-48 max-sm:px-3 ${chosen === null ? "" : "border-accent! text-accent-ink!"}`}
      button={
        <>
          <span className="truncate">{name ?? LABEL[field]}</span>
          <ChevronDown aria-hidden className="size-3.5 flex-none" />
        </>
      }
    >
      <div className="grid max-h-80 max-w-72 overflow-y-auto">
        <Option href={hrefOf({ ...filter, [field]: null })} isChosen={chosen === null} name={ANY[field]} />
        {options.map(({ value, name, count }) => (
          <Option
            key={value}
            href={hrefOf({ ...filter, [field]: value })}
            isChosen={value === chosen}
            name={name}
            count={count}
          />
        ))}
      </div>
    </Menu>
  );
}

function Option({
  href,
  isChosen,
  name,
  count,
}: {
  href: ShortlistPath;
  isChosen: boolean;
  name: string;
  count?: number;
}) {
  return (
    <Link href={href} prefetch={false} scroll={false} aria-current={isChosen || undefined} className={menuItem}>
      <span className="min-w-0 truncate">{name}</span>
      {count !== undefined && (
        <span className={`ml-auto pl-4 text-xs tabular-nums ${count === 0 ? "text-ink-3" : "text-ink-2"}`}>
          {formatNumber(count)}
        </span>
      )}
    </Link>
  );
}

/** A value that nothing decided has any more. */
function nameOf(field: Field, value: string): string {
  if (field === "quarter") return value === "none" ? "No target" : quarterWords(value);
  if (field === "owner") return value === "nobody" ? "Nobody" : "Somebody else";
  return value;
}
