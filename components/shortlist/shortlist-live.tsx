"use client";

import { createContext, useMemo, useState, type ReactNode } from "react";

import { ListLive } from "@/components/live/live-later";
import type { DrawnStanding } from "@/components/live/news";
import type { ConferenceHead } from "@/lib/catalogue/conference-head";
import type { Standing } from "@/lib/live/types";

/** Where the viewer's own changes put announcements, by id; null while a change is on its way. */
export type OwnChanges = Readonly<Record<string, Standing["carried"]>>;

/** Takes the viewer's own changes, which are no news to them. */
export const OwnChangesContext = createContext<(changes: OwnChanges) => void>(() => undefined);

type Props = {
  head: Pick<ConferenceHead, "conference" | "counts" | "round">;
  since: string;
  drawn: DrawnStanding[];
  joins: "adopt" | null;
  children: ReactNode;
};

const NONE: { since: string; changes: OwnChanges } = { since: "", changes: {} };

/** Says on a shortlist what others changed, its order and progress too, and leaves the list as it is until asked. */
export function ShortlistLive({ head, since, drawn, joins, children }: Props) {
  const [own, setOwn] = useState(NONE);
  const take = useMemo(
    () => (changes: OwnChanges) =>
      setOwn((before) => ({ since, changes: { ...(before.since === since && before.changes), ...changes } })),
    [since],
  );
  const changes = own.since === since ? own.changes : NONE.changes;
  return (
    <OwnChangesContext value={take}>
      <ListLive head={head} since={since} drawn={drawn.map((one) => withOwn(one, changes))} joins={joins} />
      {children}
    </OwnChangesContext>
  );
}

/** What is on its way is not compared with what is heard of it. */
function withOwn(drawn: DrawnStanding, changes: OwnChanges): DrawnStanding {
  const changed = changes[drawn.announcementId];
  if (changed === undefined) return drawn;
  if (changed !== null) return { ...drawn, carried: changed };
  const rest = { ...drawn };
  delete rest.carried;
  return rest;
}
