import { Presentation } from "lucide-react";
import Link from "next/link";

import { agendaPath, meetingPath } from "@/components/paths";
import { ConferenceHeader } from "@/components/shell/conference-header";
import { buttonClass } from "@/components/ui/button-class";
import type { FormAction } from "@/lib/errors/form";
import type { Agenda } from "@/lib/voting/agenda/queries";

import { AgendaEmpty } from "./agenda-empty";
import { AgendaIntro } from "./agenda-intro";
import { AgendaItem, type AgendaActions, type AgendaContext } from "./agenda-item";
import { AgendaSelection } from "./agenda-selection";
import { LookAgain } from "./look-again";
import { MeetingStart } from "./meeting-start";
import { UnderQuorum } from "./under-quorum";

type Props = Pick<AgendaContext, "teamSlug" | "personId"> & {
  agenda: Agenda;
  /** Given to leads alone. */
  actions: (AgendaActions & { settleMany: FormAction }) | null;
};

const MEETING = "meeting";

/** The page of an agenda; leads settle on it, and start a meeting from it. */
export function AgendaView({ agenda, ...context }: Props) {
  const { head, items, first, next, totals, underQuorum, lookAgain } = agenda;
  const { teamSlug, actions } = context;
  const { slug } = head.conference;
  const canMeet = actions !== null && totals.items > 0;
  const isEmpty = items.length === 0 && first === 1;
  const shared = { ...context, members: head.team.members, quorum: head.round?.quorum ?? null };
  const list = (
    <ol>
      {items.map((item, index) => (
        <AgendaItem key={item.id} item={item} number={first + index} {...shared} />
      ))}
    </ol>
  );
  return (
    <>
      <ConferenceHeader
        teamSlug={teamSlug}
        head={head}
        current="agenda"
        action={
          canMeet && (
            <button form={MEETING} className={buttonClass("primary")}>
              <Presentation aria-hidden className="size-3.5" />
              Start meeting
            </button>
          )
        }
      />
      <div className="mx-auto max-w-[1440px] px-4 pb-16 sm:px-6">
        <div className="agenda-top">
          <AgendaIntro head={head} totals={totals} teamSlug={teamSlug} />
          {canMeet && <MeetingStart id={MEETING} action={meetingPath(teamSlug, slug)} items={totals.items} />}
        </div>
        {isEmpty && <AgendaEmpty head={head} teamSlug={teamSlug} />}
        {actions ? (
          <AgendaSelection
            listed={items.map(({ id, title, decision }) => ({ id, title, was: decision?.at ?? null }))}
            members={actions.members}
            action={actions.settleMany}
          >
            {list}
          </AgendaSelection>
        ) : (
          list
        )}
        {(next || first > 1) && (
          <nav aria-label="Pages" className="flex gap-4 border-t border-line pt-4 text-sm">
            {first > 1 && (
              <Link href={agendaPath(teamSlug, slug)} prefetch={false}>
                From the top
              </Link>
            )}
            {next && (
              <Link href={agendaPath(teamSlug, slug, next)} prefetch={false}>
                Next page
              </Link>
            )}
          </nav>
        )}
        {lookAgain && <LookAgain lookAgain={lookAgain} teamSlug={teamSlug} reopen={actions?.reopen ?? null} />}
        {underQuorum && <UnderQuorum underQuorum={underQuorum} teamSlug={teamSlug} />}
      </div>
    </>
  );
}
