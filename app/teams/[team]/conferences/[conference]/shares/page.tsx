import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";

import { sharesPath } from "@/components/paths";
import { ShareForm } from "@/components/shares/share-form";
import { ShareRow } from "@/components/shares/share-row";
import { ConferenceHeader } from "@/components/shell/conference-header";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { sharedFiles } from "@/lib/shortlist/export/formats";
import { SHARE_KINDS } from "@/lib/shortlist/export/types";
import { sharesBase } from "@/lib/shortlist/shares/address";
import { dayAfter } from "@/lib/shortlist/shares/expiry";
import { LISTED_SHARES, listShares, queryWords } from "@/lib/shortlist/shares/queries";

type Props = PageProps<"/teams/[team]/conferences/[conference]/shares">;

export const metadata: Metadata = { title: "Share links", referrer: "same-origin" };

/** Read-only links of a conference for people and tools outside of the team; leads make and end them here. */
export default async function SharesPage({ params, searchParams }: Props) {
  const { team, conference: slug } = await params;
  const viewer = await requireTeam(team, sharesPath(team, slug));
  if (!can(viewer, "share.manage")) forbidden();
  const { kind, ...rest } = await searchParams;
  const asked = new URLSearchParams(
    Object.entries(rest).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
  const [head, shares, filter] = await Promise.all([
    readConferenceHead(viewer, slug),
    listShares(viewer, slug),
    queryWords(viewer, asked),
  ]);
  if (!head) notFound();
  return (
    <>
      <ConferenceHeader teamSlug={team} head={head} current="shares" />
      <div className="mx-auto grid max-w-[1440px] grid-cols-1 items-start gap-10 px-4 pt-6 pb-16 sm:px-6 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
        <section aria-labelledby="make" className="grid gap-4">
          <h2 id="make" className="text-lg">
            Make a link
          </h2>
          <ShareForm
            teamSlug={team}
            conferenceSlug={slug}
            kind={SHARE_KINDS.find((one) => one === kind) ?? "shortlist"}
            query={asked.toString()}
            filter={filter}
            files={{ shortlist: sharedFiles("shortlist"), radar: sharedFiles("radar"), feed: sharedFiles("feed") }}
            earliest={dayAfter(new Date(), 1)}
          />
          <Reach />
        </section>
        <section aria-labelledby="links" className="min-w-0">
          <h2 id="links" className="pb-2 text-lg">
            Links
          </h2>
          {shares.length === 0 ? (
            <p className="max-w-[60ch] text-sm">
              There is none yet. A link shows the shortlist, the radar or the decisions to whoever has it, without an
              account: to another team, a wiki, Backstage, a feed reader, a calendar.
            </p>
          ) : (
            <ul className="border-t border-line">
              {shares.map((share) => (
                <ShareRow key={share.id} teamSlug={team} share={share} />
              ))}
            </ul>
          )}
          <p className="max-w-[60ch] pt-3 text-xs text-ink-3">
            Links belong to the team: they go on working when whoever made them leaves or no longer leads it.
            {shares.length === LISTED_SHARES && ` Listed are ${LISTED_SHARES}, those that work first.`}
          </p>
        </section>
      </div>
    </>
  );
}

/** Who could not follow a link, while the installation is not reached by https. */
function Reach() {
  const { url, isSecure } = sharesBase();
  if (isSecure) return null;
  return (
    <p className="text-xs text-ink-3">
      Links begin with <span className="wrap-anywhere text-ink-2">{url}</span>. Radars and calendars on the internet
      need an address that they reach by https; whoever runs Debrief sets it in <code>DEBRIEF_URL</code>.
    </p>
  );
}
