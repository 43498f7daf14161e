import Link from "next/link";

import { announcementPath } from "@/components/paths";
import { TallyBar } from "@/components/announcements/tally-bar";
import type { FormAction } from "@/lib/errors/form";
import type { AgendaItem as Item } from "@/lib/voting/agenda/types";
import type { Named } from "@/lib/voting/decisions/decision";

import { SelectItem } from "./agenda-selection";
import { ItemMeta } from "./item-meta";
import { OpenQuestions } from "./open-questions";
import { OpposingNotes } from "./opposing-notes";
import { Settle } from "./settle";
import { SettledLine } from "./settled-line";

/** What all items of one agenda are drawn with. */
export type AgendaContext = {
  teamSlug: string;
  members: number;
  /** Marks that an announcement of the round needs; null without a round. */
  quorum: number | null;
  /** Who is looking. */
  personId: string;
  /** Given to leads alone. */
  actions: AgendaActions | null;
};

/** With what leads settle; `members` are those who can own what is decided. */
export type AgendaActions = { settle: FormAction; reopen: FormAction; members: readonly Named[] };

/** One announcement to talk about: how far apart the team is, what each side says, what is asked, and the way to settle it. */
export function AgendaItem({ item, number, ...context }: AgendaContext & { item: Item; number: number }) {
  const { teamSlug, members, quorum, personId, actions } = context;
  const { id, slug, title, marks, tally, sides, questions, decision } = item;
  const path = announcementPath(teamSlug, slug);
  return (
    <li className="agenda-item" id={slug}>
      <header>
        <span className="agenda-number">
          <span aria-hidden>{number}</span>
          <SelectItem item={{ id, title, was: decision?.at ?? null }} />
        </span>
        <div>
          <h2>
            <Link href={path} prefetch={false}>
              {title}
            </Link>
          </h2>
          <ItemMeta item={item} quorum={quorum} />
        </div>
        <TallyBar tally={tally} marks={marks} members={members} />
      </header>
      {tally && <OpposingNotes sides={sides} tally={tally} personId={personId} path={path} />}
      <OpenQuestions questions={questions} path={path} />
      {actions ? (
        <Settle item={item} actions={actions} />
      ) : (
        decision && (
          <div className="settling">
            <SettledLine {...item} decision={decision} />
          </div>
        )
      )}
    </li>
  );
}
