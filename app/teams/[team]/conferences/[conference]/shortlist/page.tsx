import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { shortlistPath } from "@/components/paths";
import { ConferenceHeader } from "@/components/shell/conference-header";
import type { Opened } from "@/components/shortlist/decided-list";
import { ExportMenu } from "@/components/shortlist/export-menu";
import { ShortlistLive } from "@/components/shortlist/shortlist-live";
import { ShortlistView } from "@/components/shortlist/shortlist-view";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { momentOfPage } from "@/lib/live/moment";
import { filterWords, parseShortlistFilter, shortlistQuery } from "@/lib/shortlist/filter";
import { pageQuery, parseShown } from "@/lib/shortlist/page/shown";
import type { FilterOption, Shortlist } from "@/lib/shortlist/page/types";
import { readShortlist } from "@/lib/shortlist/queries";
import { decideManyAction, recordDeliveryAction } from "@/lib/voting/decisions/actions";
import { listOwners } from "@/lib/voting/decisions/queries";

import { moveOnShortlistAction } from "./actions";

import "@/app/styles/shortlist.css";

type Props = PageProps<"/teams/[team]/conferences/[conference]/shortlist">;

export const metadata: Metadata = { title: "Shortlist" };

/** What the team decided, or leans, to adopt of a conference. */
export default async function ShortlistPage({ params, searchParams }: Props) {
  const { team, conference: slug } = await params;
  const asked = singleValues(await searchParams);
  const [filter, shown] = [parseShortlistFilter(asked), parseShown(asked)];
  const query = pageQuery(filter, shown);
  const viewer = await requireTeam(team, query ? `${shortlistPath(team, slug)}?${query}` : shortlistPath(team, slug));
  const since = momentOfPage();
  const [head, shortlist, owners] = await Promise.all([
    readConferenceHead(viewer, slug),
    readShortlist(viewer, slug, filter, shown),
    can(viewer, "decision.settle") ? listOwners(viewer) : null,
  ]);
  if (!head || !shortlist) notFound();

  const { decided, leaning, totals, options } = shortlist;
  const words = filterWords(filter, {
    owner: nameOf(options.owner, filter.owner),
    service: nameOf(options.service, filter.service),
  });
  const canOrder = can(viewer, "shortlist.order");
  return (
    <>
      <ConferenceHeader
        teamSlug={team}
        head={head}
        current="shortlist"
        action={
          can(viewer, "shortlist.export") && (
            <ExportMenu
              team={{ slug: team, name: viewer.teamName }}
              conference={slug}
              totals={totals}
              filter={{ query: shortlistQuery(filter), words }}
              at={new Date()}
              zone={head.round?.timeZone}
            />
          )
        }
      />
      <ShortlistLive
        head={head}
        since={since}
        drawn={[
          ...decided.map(({ id, place, delivery }) => ({
            ...{ announcementId: id, decision: "adopt" as const, carried: { place, delivery } },
          })),
          ...leaning.map(({ id, marks, tally }) => ({ announcementId: id, marks, tally, decision: null })),
        ]}
        joins={words === null && isAllShown(shortlist) ? "adopt" : null}
      >
        <div className="shortlist mx-auto max-w-[1440px] px-4 pb-12 sm:px-6">
          <ShortlistView
            {...{ shortlist, filter, words }}
            teamSlug={team}
            personId={viewer.personId}
            today={new Date().toISOString().slice(0, 10)}
            opened={openedBy(asked)}
            deciding={owners && { action: decideManyAction.bind(null, team), owners }}
            record={recordDeliveryAction.bind(null, team)}
            move={canOrder ? moveOnShortlistAction.bind(null, team, shortlistQuery(filter)) : null}
          />
        </div>
      </ShortlistLive>
    </>
  );
}

/** An address may name something several times; the first one counts. */
function singleValues(asked: Awaited<Props["searchParams"]>): URLSearchParams {
  const entries = Object.entries(asked).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return new URLSearchParams(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function openedBy(asked: URLSearchParams): Opened | null {
  for (const form of ["move", "progress"] as const) {
    const slug = asked.get(form);
    if (slug) return { slug, form };
  }
  return null;
}

function isAllShown({ decided, leaning, totals }: Shortlist): boolean {
  return decided.length === totals.decided && leaning.length === totals.leaning;
}

function nameOf(options: readonly FilterOption[], value: string | null): string | null {
  return options.find((option) => option.value === value)?.name ?? null;
}
