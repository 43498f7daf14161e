"use client";

import { useRef, useState, type KeyboardEvent } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { inputClass } from "@/components/ui/input-class";
import { Kbd } from "@/components/ui/kbd";
import { ProblemNote } from "@/components/ui/problem-note";
import type { MergeTarget } from "@/lib/catalogue/imports/targets";
import type { ReviewCandidate } from "@/lib/catalogue/imports/types";

type Props = {
  importId: string;
  candidate: ReviewCandidate;
  /** The candidate's own form, which the choice belongs to: forms do not nest, and the search is one. */
  formId: string;
  chosen: string | undefined;
  problem: string | undefined;
  targets: readonly MergeTarget[] | null;
  query: string;
};

/** What the candidate is merged with: nothing, what the reader found, or another announcement of the conference. */
export function MatchChooser({ importId, candidate, formId, chosen, problem, targets, query }: Props) {
  const [found, setFound] = useState(targets);
  const asked = useRef(0);
  const offered = withMatch(candidate, found ?? []);
  const selected = chosen ?? (candidate.resolution === "create" ? "" : (candidate.match?.announcementId ?? ""));

  async function search(wanted: string) {
    const turn = (asked.current += 1);
    const path = `/imports/${importId}/targets?candidate=${candidate.id}&q=${encodeURIComponent(wanted)}`;
    const response = await fetch(path).catch(() => null);
    const answer: MergeTarget[] | null = response?.ok ? await response.json() : null;
    if (answer && turn === asked.current) setFound(answer);
  }

  /** From the search down to what it found; Enter accepts what is chosen, Escape leaves it as it is. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { currentTarget: chooser, target } = event;
    const isSearch = target instanceof HTMLInputElement && target.type === "search";
    if (event.key === "ArrowDown" && isSearch) {
      event.preventDefault();
      const radios = [...chooser.querySelectorAll<HTMLInputElement>("input[type=radio]")];
      const likeliest = radios.find((radio) => radio.checked && radio.value !== "") ?? radios[1] ?? radios[0];
      likeliest?.focus();
      likeliest?.click();
    }
    if (event.key === "Enter" && target instanceof HTMLInputElement) {
      event.preventDefault();
      const answers = chooser.closest(".imp-answers");
      answers?.querySelector<HTMLButtonElement>("button[value=accept]")?.click();
    }
    if (event.key === "Escape") {
      event.preventDefault();
      chooser.removeAttribute("open");
      chooser.closest<HTMLElement>(".imp-editor")?.focus();
    }
  }

  return (
    <details
      className="imp-chooser"
      onKeyDown={onKeyDown}
      open={query !== "" || problem !== undefined}
      onToggle={(event) => {
        if (event.currentTarget.open && found === null) void search("");
      }}
    >
      <summary className={buttonClass("quiet", "small")}>
        Change match <Kbd isDecoration>m</Kbd>
      </summary>
      <div className="imp-targets">
        <form role="search" onSubmit={(event) => event.preventDefault()}>
          <input type="hidden" name="candidate" value={candidate.number} />
          <input
            className={inputClass}
            type="search"
            name="q"
            defaultValue={query}
            placeholder="Search this conference"
            aria-label="Search announcements of this conference"
            onChange={(event) => void search(event.target.value)}
          />
          <noscript>
            <button className={buttonClass()}>Search</button>
          </noscript>
        </form>
        <ProblemNote problem={problem ? { message: problem } : undefined} />
        <fieldset>
          <legend>Accept as</legend>
          <label>
            <input type="radio" form={formId} name="announcementId" value="" defaultChecked={selected === ""} /> A new
            announcement
          </label>
          {offered.map(({ id, title, services }) => (
            <label key={id}>
              <input type="radio" form={formId} name="announcementId" value={id} defaultChecked={selected === id} />
              <span>
                {title} <small>{services.join(", ")}</small>
              </span>
            </label>
          ))}
          {found?.length === 0 && <p className="text-xs text-ink-3">No announcement found. Search for another word.</p>}
        </fieldset>
      </div>
    </details>
  );
}

function withMatch({ match }: ReviewCandidate, found: readonly MergeTarget[]): readonly MergeTarget[] {
  if (!match || found.some(({ id }) => id === match.announcementId)) return found;
  return [{ id: match.announcementId, title: match.title, services: [] }, ...found];
}
