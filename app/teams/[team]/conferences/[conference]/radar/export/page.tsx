import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";

import { radarExportPath } from "@/components/paths";
import { RadarExport } from "@/components/radar/export/radar-export";
import { RADAR_TOOLS } from "@/components/radar/export/tools";
import { ConferenceHeader } from "@/components/shell/conference-header";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { requireTeam } from "@/lib/identity/gates";
import { readRadarOutlook } from "@/lib/shortlist/export/radar-outlook";
import { parseShortlistFilter, shortlistQuery } from "@/lib/shortlist/filter";
import { parseRadarMapping, type RadarTarget } from "@/lib/shortlist/formats/radar-mapping";
import { queryWords } from "@/lib/shortlist/shares/queries";

type Props = PageProps<"/teams/[team]/conferences/[conference]/radar/export">;

export const metadata: Metadata = { title: "Export the radar" };

/** Takes the radar to another team's tool: what the file will hold is told before it is taken. */
export default async function RadarExportPage({ params, searchParams }: Props) {
  const { team, conference: slug } = await params;
  const viewer = await requireTeam(team, radarExportPath(team, slug));
  const asked = queryOf(await searchParams);
  const filter = parseShortlistFilter(asked);
  const [head, outlook, words] = await Promise.all([
    readConferenceHead(viewer, slug),
    readRadarOutlook(viewer, slug, filter),
    queryWords(viewer, asked),
  ]);
  if (!outlook.ok && outlook.problem.kind === "forbidden") forbidden();
  if (!head || !outlook.ok) notFound();
  const tool = RADAR_TOOLS.find(({ key }) => key === asked.get("format")) ?? RADAR_TOOLS[0];
  if (!tool) notFound();
  const { mapping, problem } = mappingOf(tool.target, asked);
  return (
    <>
      <ConferenceHeader teamSlug={team} head={head} current="radar" />
      <div className="mx-auto max-w-[1440px] px-4 pt-6 pb-16 sm:px-6">
        <RadarExport
          teamSlug={team}
          conferenceSlug={slug}
          tool={tool}
          asked={mapping}
          outlook={outlook.value}
          filter={words === null ? null : { query: shortlistQuery(filter), words }}
          problem={problem}
        />
      </div>
    </>
  );
}

/** What the address asks for, else the usual with the reason; neither where there is nothing to map. */
function mappingOf(target: RadarTarget | null, asked: URLSearchParams) {
  if (!target) return { mapping: null };
  const mapping = parseRadarMapping(target, asked);
  if (mapping.ok) return { mapping: mapping.value };
  const usual = parseRadarMapping(target, new URLSearchParams());
  return { mapping: usual.ok ? usual.value : null, problem: mapping.problem };
}

function queryOf(searchParams: Awaited<Props["searchParams"]>): URLSearchParams {
  const pairs = Object.entries(searchParams).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, value]),
  );
  return new URLSearchParams(pairs);
}
