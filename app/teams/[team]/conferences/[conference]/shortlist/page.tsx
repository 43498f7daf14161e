import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ListLive } from "@/components/live/live-later";
import { boardPath, shortlistPath } from "@/components/paths";
import { ConferenceHeader } from "@/components/shell/conference-header";
import { ExportMenu } from "@/components/shortlist/export-menu";
import { ShortlistEmpty } from "@/components/shortlist/shortlist-empty";
import { ShortlistSection } from "@/components/shortlist/shortlist-section";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { formatNumber } from "@/lib/format/number";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { momentOfPage } from "@/lib/live/moment";
import { readShortlist, SHOWN_ROWS } from "@/lib/shortlist/queries";

type Props = PageProps<"/teams/[team]/conferences/[conference]/shortlist">;

export const metadata: Metadata = { title: "Shortlist" };

/** What the team decided, or leans, to adopt of a conference. */
export default async function ShortlistPage({ params }: Props) {
  const { team, conference: slug } = await params;
  const here = shortlistPath(team, slug);
  const viewer = await requireTeam(team, here);
  const since = momentOfPage();
  const [head, shortlist] = await Promise.all([readConferenceHead(viewer, slug), readShortlist(viewer, slug)]);
  if (!head || !shortlist) notFound();

  const { members, decided, leaning, totals } = shortlist;
  const total = totals.decided + totals.leaning;
  const drawn = [...decided, ...leaning].map(({ id, standing, marks, tally }) => ({
    ...{ announcementId: id, marks, tally, decision: standing === "decided" ? ("adopt" as const) : null },
  }));
  const list = { teamSlug: team, members, canDecide: can(viewer, "decision.settle") };
  return (
    <>
      <ConferenceHeader
        teamSlug={team}
        head={head}
        current="shortlist"
        action={
          can(viewer, "shortlist.export") && total > 0 && <ExportMenu team={team} conference={slug} total={total} />
        }
      />
      <ListLive head={head} since={since} drawn={drawn} joins={total > SHOWN_ROWS ? null : "adopt"} />
      <div className="mx-auto grid max-w-[1440px] gap-8 px-4 pt-4 pb-12 sm:px-6">
        {total === 0 ? (
          <ShortlistEmpty board={boardPath(team, slug)} />
        ) : (
          <>
            <ShortlistSection
              {...list}
              title="Decided to adopt"
              empty="Nothing is decided yet."
              rows={decided}
              total={totals.decided}
            />
            <ShortlistSection
              {...list}
              title="Leans to adopt, nobody has settled it"
              hint="sorted by support, the lower bound of the adopt share"
              empty="Nothing leans to adopt without a decision."
              rows={leaning}
              total={totals.leaning}
            />
            {total > SHOWN_ROWS && (
              <p className="text-sm text-ink-3">
                Shown are the first {SHOWN_ROWS} of {formatNumber(total)}; an export has them all.
              </p>
            )}
          </>
        )}
      </div>
    </>
  );
}
