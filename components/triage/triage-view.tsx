"use client";

import { TriageLive } from "@/components/live/live-later";
import { ConferenceHeader } from "@/components/shell/conference-header";
import type { Triage } from "@/lib/voting/triage/types";

import { TriageAside } from "./triage-aside";
import { TriageEmpty } from "./triage-empty";
import { TriageProgress } from "./triage-progress";
import { TriageProvider } from "./triage-provider";
import { TriageStage } from "./triage-stage";
import { TriageToast } from "./triage-toast";

type Props = {
  triage: Triage;
  teamSlug: string;
  personId: string;
  canImport: boolean;
  /** The moment from which what others do has to be told. */
  since: string;
};

/** All of triage from its plain data, as one client component, like the board (docs/decisions/0005). */
export function TriageView({ triage, teamSlug, personId, canImport, since }: Props) {
  const { head } = triage;
  return (
    <TriageProvider triage={triage} teamSlug={teamSlug} personId={personId}>
      <div className="triage-head">
        <ConferenceHeader teamSlug={teamSlug} head={head} current="triage" />
      </div>
      <div className="triage-page">
        {head.counts.total === 0 ? (
          <TriageEmpty canImport={canImport} />
        ) : (
          <>
            <TriageProgress />
            <div className="triage-grid">
              <TriageStage />
              <TriageAside />
            </div>
          </>
        )}
      </div>
      <TriageToast />
      <TriageLive head={head} since={since} />
    </TriageProvider>
  );
}
