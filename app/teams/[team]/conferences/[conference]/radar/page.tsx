import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { radarPath } from "@/components/paths";
import { RadarDownload } from "@/components/radar/radar-download";
import { RadarEmpty } from "@/components/radar/radar-empty";
import { RadarIntro } from "@/components/radar/radar-intro";
import { RadarList } from "@/components/radar/radar-list";
import { RadarPicture } from "@/components/radar/radar-picture";
import { RadarTie } from "@/components/radar/radar-tie";
import { ConferenceHeader } from "@/components/shell/conference-header";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { readRadar } from "@/lib/shortlist/radar/queries";

import "@/app/styles/radar.css";

type Props = PageProps<"/teams/[team]/conferences/[conference]/radar">;

export const metadata: Metadata = { title: "Radar" };

/** What the team decided, or leans, to adopt, investigate or ignore, as rings and quadrants. */
export default async function RadarPage({ params }: Props) {
  const { team, conference: slug } = await params;
  const viewer = await requireTeam(team, radarPath(team, slug));
  const [head, radar] = await Promise.all([readConferenceHead(viewer, slug), readRadar(viewer, slug)]);
  if (!head || !radar) notFound();
  const { items, quadrants } = radar;
  return (
    <>
      <ConferenceHeader
        teamSlug={team}
        head={head}
        current="radar"
        action={
          items.length > 0 && (
            <RadarDownload teamSlug={team} conferenceSlug={slug} canExport={can(viewer, "shortlist.export")} />
          )
        }
      />
      <div className="mx-auto max-w-[1440px] px-4 pb-12 sm:px-6">
        <RadarIntro teamSlug={team} radar={radar} canArrange={can(viewer, "radar.arrange")} />
        {items.length === 0 ? (
          <RadarEmpty teamSlug={team} radar={radar} />
        ) : (
          <RadarTie>
            <figure>
              <RadarPicture items={items} names={quadrants.names} />
            </figure>
            <RadarList teamSlug={team} items={items} names={quadrants.names} />
          </RadarTie>
        )}
      </div>
    </>
  );
}
