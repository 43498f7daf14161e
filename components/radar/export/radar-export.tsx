import { Download } from "lucide-react";
import Link from "next/link";

import { exportPath, radarExportPath, sharesPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import type { Problem } from "@/lib/errors/problem";
import { formatCount } from "@/lib/format/number";
import type { RadarOutlook } from "@/lib/shortlist/export/radar-outlook";
import { radarMappingQuery, type RadarMapping } from "@/lib/shortlist/formats/radar-mapping";
import { countsInTarget } from "@/lib/shortlist/formats/radar-mapping-counts";

import { CountsTable } from "./counts-table";
import { dropsOf } from "./drops";
import { LeftOutNote } from "./left-out";
import { MappingFields } from "./mapping-fields";
import { Steps } from "./steps";
import { ToolTabs } from "./tool-tabs";
import { ownTarget, type RadarTool } from "./tools";

type Props = {
  teamSlug: string;
  conferenceSlug: string;
  tool: RadarTool;
  /** What the address asks for; null where the tool takes everything as it is. */
  asked: RadarMapping | null;
  outlook: RadarOutlook;
  /** Which part of the radar, as the query of an address and in words; null for all of it. */
  filter: { query: string; words: string } | null;
  /** Why what the address asks for could not be had; the usual mapping is shown instead. */
  problem: Problem | undefined;
};

/** What a file for another team's radar will hold, how ours becomes theirs, the file, and what to do with it there. */
export function RadarExport({ teamSlug, conferenceSlug, tool, asked, outlook, filter, problem }: Props) {
  const { counts, total, quadrants, host } = outlook;
  const own = ownTarget(quadrants);
  const target = tool.target ?? own.target;
  const mapping = asked ?? own.mapping;
  const theirs = countsInTarget(target, mapping, counts);
  const chosen = tool.target && asked ? radarMappingQuery(tool.target, asked) : "";
  const shares = sharesPath(
    teamSlug,
    conferenceSlug,
    ["kind=radar", filter?.query, chosen && `format=${tool.key}&${chosen}`].filter(Boolean).join("&"),
  );
  return (
    <form method="get" action={radarExportPath(teamSlug, conferenceSlug)} aria-label={`Export for ${tool.fullName}`}>
      <input type="hidden" name="format" value={tool.key} />
      {[...new URLSearchParams(filter?.query)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-3 pb-5">
        <h2 className="text-lg">Take the radar to another tool</h2>
        {filter && (
          <p className="text-sm">
            Only {filter.words}.{" "}
            <Link href={radarExportPath(teamSlug, conferenceSlug, `format=${tool.key}`)} prefetch={false}>
              Take all of it
            </Link>
          </p>
        )}
        <ToolTabs
          teamSlug={teamSlug}
          conferenceSlug={conferenceSlug}
          current={tool}
          filterQuery={filter?.query ?? ""}
        />
      </div>
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 gap-6">
          {problem && (
            <p className="text-sm">
              The address asks for what {tool.fullName} does not know. Shown is the usual; choose and show the numbers.
            </p>
          )}
          {tool.target && (
            <MappingFields
              target={tool.target}
              mapping={mapping}
              quadrants={quadrants}
              problems={problem?.fields ?? {}}
            />
          )}
          <CountsTable
            caption={`${formatCount(total, "announcement")} as ${tool.fullName} gets them`}
            counts={theirs}
          />
          {total === 0 && (
            <p className="text-sm">
              Nothing is on the radar yet: it takes what a lead decides, and what most of a quorum marks alike.
            </p>
          )}
          <LeftOutNote teamSlug={teamSlug} conferenceSlug={conferenceSlug} outlook={outlook} />
        </div>
        <div className="grid min-w-0 gap-6">
          <section className="grid gap-2">
            <h3 className="text-base">Download</h3>
            <div className="flex flex-wrap gap-2">
              {tool.files.map(({ file, label }, index) => (
                <button
                  key={file}
                  formAction={exportPath(teamSlug, conferenceSlug, file)}
                  className={buttonClass(index === 0 ? "primary" : "default")}
                >
                  <Download aria-hidden className="size-3.5" />
                  {label}
                </button>
              ))}
            </div>
          </section>
          <section className="grid gap-2">
            <h3 className="text-base">What changes on the way</h3>
            <ul className="grid list-disc gap-1 pl-4 text-sm">
              {dropsOf({ tool, mapping, counts: theirs, total }).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
          <Steps tool={tool} mapping={mapping} quadrants={quadrants} host={host} shares={shares} />
        </div>
      </div>
    </form>
  );
}
