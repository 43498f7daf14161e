import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { roundPath } from "@/components/paths";
import { CloseRoundForm } from "@/components/rounds/close-round-form";
import { RoundFacts } from "@/components/rounds/round-facts";
import { RoundForm } from "@/components/rounds/round-form";
import { RoundNothing } from "@/components/rounds/round-nothing";
import { ConferenceHeader } from "@/components/shell/conference-header";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { requireTeam } from "@/lib/identity/gates";
import { readRound, type RoundPage as RoundData } from "@/lib/voting/rounds/queries";
import { timeZones } from "@/lib/voting/rounds/time-zone";

type Props = PageProps<"/teams/[team]/conferences/[conference]/round">;

export const metadata: Metadata = { title: "Round" };

/** How the team goes through a conference; leads set it here. */
export default async function RoundPage({ params }: Props) {
  const { team, conference: slug } = await params;
  const viewer = await requireTeam(team, roundPath(team, slug));
  const [head, data] = await Promise.all([readConferenceHead(viewer, slug), readRound(viewer, slug)]);
  if (!head || !data) notFound();
  const { round, form } = data;
  const canSet = data.announcements > 0 || round?.state === "open";
  return (
    <>
      <ConferenceHeader teamSlug={team} head={head} current="round" />
      <div className="mx-auto grid max-w-[1440px] gap-8 px-4 pt-6 pb-16 sm:px-6">
        <section className="grid max-w-[680px] gap-4">
          <h2 className="text-lg">{titleOf(data)}</h2>
          {round && <RoundFacts round={round} members={data.members} isBrief={form !== null} />}
          {!round && !form && (
            <p>There is no round yet. Everybody marks freely and sees all marks. A lead can open one.</p>
          )}
          {form && !canSet && <RoundNothing teamSlug={team} conferenceSlug={slug} />}
          {form && canSet && (
            <RoundForm
              teamSlug={team}
              conferenceSlug={slug}
              mode={modeOf(data)}
              version={round?.version ?? 0}
              members={data.members}
              hasMarks={data.hasMarks}
              mayBeBlind={form.mayBeBlind}
              first={{ ...form.first, timeZone: form.hasZone ? form.first.timeZone : null }}
              zones={timeZones()}
            />
          )}
        </section>
        {form && round?.state === "open" && (
          <section className="grid max-w-[680px] gap-3 border-t border-line pt-6">
            <h2>Close before its time</h2>
            <CloseRoundForm teamSlug={team} conferenceSlug={slug} version={round.version} />
          </section>
        )}
      </div>
    </>
  );
}

function modeOf({ round }: RoundData) {
  if (!round) return "open";
  return round.state === "open" ? "change" : "reopen";
}

function titleOf(data: RoundData): string {
  if (!data.form) return "Round";
  return { open: "Open a round", change: "Change the round", reopen: "Reopen the round" }[modeOf(data)];
}
