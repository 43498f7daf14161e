"use client";

import type { MouseEvent } from "react";

import { TallyBar } from "@/components/announcements/tally-bar";
import { announcementPath, triagePath } from "@/components/paths";
import { Avatar } from "@/components/ui/avatar";
import { Kbd } from "@/components/ui/kbd";
import { formatCount, formatNumber } from "@/lib/format/number";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import type { Said, TriageCard } from "@/lib/voting/triage/types";

import { useTriage } from "./triage-provider";

/** How many of the last card's marks show beside the next one. */
const SHOWN_OF_LAST = 3;

/** Beside the card: what others said of it, in a blind round what they said of the one just marked, and what comes next. */
export function TriageAside() {
  const [card, { triage, teamSlug }] = useTriage(({ cards, at }) => cards[at]);
  const [last] = useTriage(({ cards, lastMarked }) => cards.find(({ id }) => id === lastMarked?.id));
  const { round, team } = triage.head;
  const isBlind = round?.state === "open" && round.isBlind;
  if (!card) return <aside className="triage-aside" aria-label="What others said" hidden />;
  return (
    <aside className="triage-aside" aria-label="What others said">
      {isBlind && last && last.id !== card.id && last.others && (
        <section>
          <h2>Just marked</h2>
          <p className="pb-2 text-sm text-ink-2">{last.title}</p>
          <TallyBar tally={last.tally} marks={last.marks} members={team.members} isWide />
          <SaidList said={last.others.filter(({ note }) => note !== "").slice(0, SHOWN_OF_LAST)} />
        </section>
      )}
      <section>
        <header className="flex items-baseline">
          <h2>Others</h2>
          <span className="ml-auto text-xs text-ink-3 tabular-nums">
            {formatNumber(card.marks)} of {formatNumber(Math.max(team.members, card.marks))}{" "}
            {card.marks === 1 ? "has" : "have"} marked
          </span>
        </header>
        <Others card={card} members={team.members} page={announcementPath(teamSlug, card.slug)} />
        <p className="pt-1 text-sm">
          <a href={`${announcementPath(teamSlug, card.slug)}#thread`} className="inline-block leading-6">
            {card.comments > 0 ? formatCount(card.comments, "comment") : "Start a thread"}
          </a>{" "}
          <Kbd isDecoration>c</Kbd>
        </p>
      </section>
      <NextCards />
    </aside>
  );
}

function Others({ card, members, page }: { card: TriageCard; members: number; page: string }) {
  if (members === 1) return <p className="pt-2 text-sm">Nobody else is in this team yet.</p>;
  if (!card.others || !card.tally) {
    return <p className="pt-2 text-sm">Who marked what shows once you have marked, or when the round is closed.</p>;
  }
  const others = card.marks - Number(card.mine !== null);
  const noted = card.others.filter(({ note }) => note !== "");
  const silent = others - noted.length;
  return (
    <>
      <div className="pt-3 pb-2">
        <TallyBar tally={card.tally} marks={card.marks} members={members} isWide />
      </div>
      <SaidList said={noted} />
      {silent > 0 && (
        <p className="pb-1 text-sm">
          {formatNumber(silent)} without a note ·{" "}
          <a href={`${page}#marks`}>all {formatNumber(others)} on the full page</a>
        </p>
      )}
    </>
  );
}

function SaidList({ said }: { said: readonly Said[] }) {
  return (
    <ul className="triage-said">
      {said.map(({ personId, name, choice, note }) => (
        <li key={personId}>
          <Avatar name={name} />
          <div className="min-w-0">
            <p className="font-medium text-ink">{name}</p>
            {note && <p className="mt-0.5 wrap-anywhere whitespace-pre-wrap">{note}</p>}
          </div>
          <span className={`triage-pill ${choice}`}>
            <span className="shape" aria-hidden />
            {CHOICE_LABEL[choice]}
          </span>
        </li>
      ))}
    </ul>
  );
}

function NextCards() {
  const [cards, { store, triage, teamSlug }] = useTriage((state) => state.cards);
  const [at] = useTriage((state) => state.at);
  const next = cards.slice(at + 1, at + 3);
  if (next.length === 0) return null;
  function handleClick(event: MouseEvent, id: string) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    store.show(id);
  }
  return (
    <section>
      <h2>Next</h2>
      <ol className="triage-next">
        {next.map(({ id, slug, title, services, mentions, comments }) => (
          <li key={id}>
            <a
              href={triagePath(teamSlug, triage.head.conference.slug, slug, triage.ask)}
              onClick={(event) => handleClick(event, id)}
            >
              {title}
            </a>
            <span>
              {[
                services.map(({ name }) => name).join(", "),
                comments > 0 ? formatCount(comments, "comment") : mentions > 1 && formatCount(mentions, "source"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
