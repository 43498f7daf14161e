import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { reopenDecisionAction, settleDecisionAction } from "@/app/teams/[team]/announcements/[announcement]/actions";
import { AgendaView } from "@/components/agenda/agenda-view";
import { ListLive } from "@/components/live/live-later";
import { agendaPath } from "@/components/paths";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { momentOfPage } from "@/lib/live/moment";
import { readAgenda } from "@/lib/voting/agenda/queries";
import { decideManyAction } from "@/lib/voting/decisions/actions";
import { listOwners } from "@/lib/voting/decisions/queries";

import "@/app/styles/agenda.css";

type Props = PageProps<"/teams/[team]/conferences/[conference]/agenda">;

export const metadata: Metadata = { title: "Agenda" };

/** What the team should talk about: where it is split, and what is asked and not answered. */
export default async function AgendaPage({ params, searchParams }: Props) {
  const { team, conference } = await params;
  const query = await searchParams;
  const after = typeof query.after === "string" ? query.after : null;
  const viewer = await requireTeam(team, agendaPath(team, conference, after));
  const since = momentOfPage();
  const [found, members] = await Promise.all([
    readAgenda(viewer, conference, { after }),
    can(viewer, "decision.settle") ? listOwners(viewer) : null,
  ]);
  const agenda = found ?? notFound();

  const actions = members && {
    settle: settleDecisionAction.bind(null, team),
    settleMany: decideManyAction.bind(null, team),
    reopen: reopenDecisionAction.bind(null, team),
    members,
  };
  const { head, items, first, next } = agenda;
  const drawn = items.map(({ id, marks, tally, lean, decision }) => ({
    ...{ announcementId: id, marks, tally, lean, decision: decision?.choice ?? null },
  }));
  const joins = first === 1 && !next ? "split" : null;
  return (
    <>
      <AgendaView agenda={agenda} teamSlug={team} personId={viewer.personId} actions={actions} />
      <ListLive head={head} since={since} drawn={drawn} joins={joins} />
    </>
  );
}
