"use client";

import { ArrowUpRight } from "lucide-react";
import { useRef, type SubmitEvent } from "react";

import { announcementPath, boardPath, triagePath } from "@/components/paths";
import { formatCount } from "@/lib/format/number";
import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";
import type { TriageCard } from "@/lib/voting/triage/types";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES } from "@/lib/voting/types";

import { TriageNote } from "./triage-note";
import { useTriage } from "./triage-provider";
import { shownMine } from "./triage-state";
import { TriageSteps } from "./triage-steps";
import { useSwipe } from "./use-swipe";

/**
 * One announcement with all that is needed to mark it. Its buttons post the form that they are in, which leads on to the
 * next without JavaScript; with it they mark in place, as keys and swipes do.
 */
export function TriageCardView({ card, isClosed }: { card: TriageCard; isClosed: boolean }) {
  const [pending, { store, triage, teamSlug }] = useTriage((state) => state.pending);
  const [moving] = useTriage((state) => state.moving);
  const [nextSlug] = useTriage(({ cards, at }) => cards[at + 1]?.slug ?? null);
  const mine = shownMine(card, pending);
  const article = useRef<HTMLElement>(null);
  const { hint, onCard, onMarks } = useSwipe(article, isClosed ? null : store.mark);
  const { conference } = triage.head;
  const { id, title, category, availability, summary, figures, services, mentions, takes } = card;
  const returnTo = triagePath(teamSlug, conference.slug, nextSlug, triage.ask);

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    const button = event.nativeEvent.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (button.name === "later") return store.putOff();
    const choice = CHOICES.find((known) => button.value === `${id}:${known}`);
    if (choice) store.mark(choice);
  }

  return (
    <article
      ref={article}
      className="triage-card"
      aria-labelledby={`t-${id}`}
      data-moving={moving ?? undefined}
      {...onCard}
    >
      <div className="triage-facts">
        <span>{CATEGORY_LABEL[category]}</span>
        {AVAILABILITY_LABEL[availability] && (
          <span className={`availability ${availability}`}>{AVAILABILITY_LABEL[availability]}</span>
        )}
        {card.isPutOff && <span>Put off</span>}
        {card.decision && <span className={card.decision}>Decided {card.decision}</span>}
        <a href={announcementPath(teamSlug, card.slug)} className="ml-auto">
          Open full page <ArrowUpRight aria-hidden className="inline size-3.5" />
        </a>
      </div>
      <h2 id={`t-${id}`} tabIndex={-1}>
        {title}
      </h2>
      {summary && <p className="triage-summary">{summary}</p>}
      {figures.length > 0 && (
        <ul className="triage-figures">
          {figures.map(({ figure, about }, index) => (
            <li key={index}>
              {figure && <b>{figure}</b>}
              <span className={figure ? undefined : "col-span-2"}>{about}</span>
            </li>
          ))}
        </ul>
      )}
      {(services.length > 0 || mentions > 0) && (
        <div className="triage-about">
          {services.length > 0 && (
            <section>
              <h3>{services.length === 1 ? "Service" : "Services"}</h3>
              {services.map(({ slug, name }) => (
                <p key={slug}>
                  <a href={boardPath(teamSlug, conference.slug, { view: "all", service: [slug] })}>{name}</a>
                </p>
              ))}
            </section>
          )}
          {mentions > 0 && (
            <section>
              <h3>{formatCount(mentions, "source")}</h3>
              {takes.map(({ source, take }, index) => (
                <p key={index}>
                  {take && <span className="text-ink">{take} </span>}
                  <span className="text-xs text-ink-3">{source}</span>
                </p>
              ))}
            </section>
          )}
        </div>
      )}
      <form
        id={`mark-${id}`}
        className="triage-marks"
        method="post"
        action={`/teams/${teamSlug}/votes`}
        onSubmit={handleSubmit}
        {...onMarks}
      >
        <input type="hidden" name="returnTo" value={returnTo} />
        <div className="mark big" role="group" aria-label={`Your mark: ${title}`}>
          {CHOICES.map((choice) => (
            <button
              key={choice}
              name="mark"
              value={`${id}:${choice}`}
              aria-pressed={mine?.choice === choice}
              aria-keyshortcuts={choice === "ignore" ? "x" : choice.charAt(0)}
              disabled={isClosed}
            >
              {CHOICE_LABEL[choice]}
            </button>
          ))}
        </div>
      </form>
      {mine && moving === null && <TriageNote key={id} card={card} mine={mine} isClosed={isClosed} />}
      <TriageSteps card={card} mine={moving === null ? mine : null} isClosed={isClosed} />
      {hint && (
        <p className={`triage-hint ${hint.choice}`} data-far={hint.isFar || undefined} aria-hidden>
          <span className={hint.isFar ? "shape" : "shape outline"} />
          {CHOICE_LABEL[hint.choice]}
        </p>
      )}
    </article>
  );
}
