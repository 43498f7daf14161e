import { Download } from "lucide-react";
import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import { menuItem } from "@/components/ui/menu-item";

import { exportGroups, type ExportEntry, type ExportGroup } from "./export-entries";
import { exportWords } from "./export-words";

type Props = {
  team: { slug: string; name: string };
  conference: string;
  /** How much is on it; leaning is null where the filter leaves it out. */
  totals: { decided: number; leaning: number | null };
  /** What is left of the whole list: as a query of an address, and in words that are null when nothing is filtered. */
  filter: { query: string; words: string | null };
  /** When this was read, and the zone in which that is said. */
  at: Date;
  zone?: string;
};

/** Everything the shortlist can be taken away as: plain links, so that they work before JavaScript arrives. */
export function ExportMenu({ team, conference, totals, filter, at, zone }: Props) {
  const columns = exportGroups({ team: team.slug, conference, query: filter.query, decided: totals.decided });
  return (
    <Menu
      align="right"
      isSheet
      buttonClass={`${buttonClass("primary")} cursor-pointer max-sm:w-full`}
      button={
        <>
          <Download aria-hidden className="size-3.5" />
          Export
        </>
      }
    >
      <div className="grid sm:w-[520px] sm:grid-cols-2 sm:divide-x sm:divide-line">
        {columns.map((groups, index) => (
          <div key={index} className="sm:px-1">
            {groups.map((group) => (
              <Group key={group.name} {...group} />
            ))}
          </div>
        ))}
      </div>
      <p className="mt-1 border-t border-line px-2 pt-2 pb-1 text-xs text-ink-3">
        {exportWords({ team: team.name, totals, filter: filter.words, at, zone })}
      </p>
    </Menu>
  );
}

function Group({ name, entries }: ExportGroup) {
  return (
    <section aria-label={name} className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1">
      <p aria-hidden className="px-2 py-1 text-xs font-medium text-ink-3">
        {name}
      </p>
      {entries.map((entry) => (
        <Entry key={entry.name} {...entry} />
      ))}
    </section>
  );
}

function Entry({ name, about, ...to }: ExportEntry) {
  const said = (
    <>
      {name} <span className="ml-auto text-xs text-ink-3">{about}</span>
    </>
  );
  if (to.file === undefined) {
    return (
      <Link href={to.page} prefetch={false} className={menuItem}>
        {said}
      </Link>
    );
  }
  return (
    <a href={to.file} download className={menuItem}>
      {said}
    </a>
  );
}
