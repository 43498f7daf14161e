import Link from "next/link";

import { radarExportPath } from "@/components/paths";

import { RADAR_TOOLS, type RadarTool } from "./tools";

type Props = {
  teamSlug: string;
  conferenceSlug: string;
  current: RadarTool;
  /** The part of the radar that is chosen stays chosen. */
  filterQuery: string;
};

/** The radars ours can be taken to. */
export function ToolTabs({ teamSlug, conferenceSlug, current, filterQuery }: Props) {
  return (
    <nav aria-label="Radars of others" className="-mx-2 flex flex-wrap gap-1">
      {RADAR_TOOLS.map(({ key, name }) => (
        <Link
          key={key}
          href={radarExportPath(teamSlug, conferenceSlug, [`format=${key}`, filterQuery].filter(Boolean).join("&"))}
          prefetch={false}
          aria-current={key === current.key ? "page" : undefined}
          className="inline-flex h-10 items-center rounded-md px-2 text-sm font-medium text-ink-2 no-underline hover:bg-hover hover:no-underline aria-[current]:bg-sunken aria-[current]:text-ink sm:h-7"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
