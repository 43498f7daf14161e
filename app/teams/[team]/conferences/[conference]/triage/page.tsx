import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { triagePath } from "@/components/paths";
import { TriageView } from "@/components/triage/triage-view";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { momentOfPage } from "@/lib/live/moment";
import { parseTriageAsk } from "@/lib/voting/triage/parse-ask";
import { readTriage } from "@/lib/voting/triage/queries";

import "@/app/styles/triage.css";

type Props = PageProps<"/teams/[team]/conferences/[conference]/triage">;

export const metadata: Metadata = { title: "Triage" };

/** Triage: a conference's announcements one at a time, those that need the viewer's mark. */
export default async function TriagePage({ params, searchParams }: Props) {
  const { team, conference } = await params;
  const ask = parseTriageAsk(await searchParams);
  const viewer = await requireTeam(team, triagePath(team, conference, ask.at, ask));
  const since = momentOfPage();
  const triage = (await readTriage(viewer, conference, ask)) ?? notFound();

  const canImport = can(viewer, "import.create");
  return <TriageView triage={triage} teamSlug={team} personId={viewer.personId} canImport={canImport} since={since} />;
}
