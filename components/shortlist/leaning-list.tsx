"use client";

import { useState, useSyncExternalStore } from "react";

import { TallyBar } from "@/components/announcements/tally-bar";
import { DecideMany } from "@/components/decisions/decide-many";
import { announcementPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { useInAppLinks } from "@/components/ui/use-in-app-links";
import type { FormAction } from "@/lib/errors/form";
import type { LeaningRow } from "@/lib/shortlist/page/types";
import type { Named } from "@/lib/voting/decisions/decision";
import { SELECTED, selectedValue } from "@/lib/voting/decisions/form";

/** What leads decide with: the action, and who can own what is decided. */
export type Deciding = { action: FormAction; owners: readonly Named[] };

type Props = {
  rows: readonly LeaningRow[];
  teamSlug: string;
  members: number;
  /** Given to leads alone. */
  deciding: Deciding | null;
};

/** The form in which what is selected is decided. */
const FORM = "decide-many";

const NONE: ReadonlySet<string> = new Set();

/** What leans to be adopted and nobody has settled; leads settle one on its page, or select several and settle them here. */
export function LeaningList({ rows, teamSlug, members, deciding }: Props) {
  const [selected, setSelected] = useState(NONE);
  // Where no script runs the boxes are fields of the form; else the list says what is selected.
  const isLive = useSyncExternalStore(subscribeToNothing, yes, no);
  const chosen = rows.filter(({ id }) => selected.has(id));
  const isAll = chosen.length === rows.length;

  function toggle(id: string) {
    const others = new Set(selected);
    if (!others.delete(id)) others.add(id);
    setSelected(others);
  }

  return (
    <>
      <table className="leaning" onClick={useInAppLinks()}>
        <thead>
          <tr>
            {deciding && (
              <th scope="col" className="pick">
                <label>
                  <input
                    type="checkbox"

                    checked={isAll}
                    disabled={!isLive}
                    onChange={() => setSelected(isAll ? NONE : new Set(rows.map(({ id }) => id)))}
                    ref={(box) => {
                      if (box) box.indeterminate = chosen.length > 0 && !isAll;
                    }}
                  />
                  <span>Select all shown</span>
                </label>
              </th>
            )}
            <th scope="col">Announcement</th>
            <th scope="col">Team of {members}</th>
            <th scope="col" className="support">
              Support
            </th>
            {deciding && (
              <th scope="col">
                <span className="sr-only">Decision</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} id={`a-${row.id}`}>
              {deciding && (
                <td className="pick">
                  <label>
                    <input
                      type="checkbox"
                      aria-label={`Select ${row.title}`}
                      checked={selected.has(row.id)}
                      onChange={() => toggle(row.id)}
                      {...(!isLive && { form: FORM, name: SELECTED, value: selectedValue({ id: row.id, was: null }) })}
                    />
                  </label>
                </td>
              )}
              <LeaningCells row={row} teamSlug={teamSlug} members={members} canDecide={deciding !== null} />
            </tr>
          ))}
        </tbody>
      </table>
      {deciding && (
        <DecideMany
          id={FORM}
          items={chosen.map(({ id, title }) => ({ id, title, was: null }))}
          members={deciding.owners}
          action={deciding.action}
          onDecided={() => setSelected(NONE)}
          onClear={() => setSelected(NONE)}
        />
      )}
    </>
  );
}

const subscribeToNothing = () => () => undefined;
const yes = () => true;
const no = () => false;

type CellsProps = Pick<Props, "teamSlug" | "members"> & { row: LeaningRow; canDecide: boolean };

function LeaningCells({ row, teamSlug, members, canDecide }: CellsProps) {
  const { slug, title, services, marks, tally, support, notes } = row;
  const path = announcementPath(teamSlug, slug);
  return (
    <>
      <td className="what">
        <a href={path}>{title}</a>
        <span className="sub">{services.join(", ")}</span>
        {notes.length > 0 && (
          <ul>
            {notes.map(({ name, choice, note }, index) => (
              <li key={index} className={choice}>
                <span className="shape" role="img" aria-label={choice} />
                <b>{name}</b> {note}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="team">
        <TallyBar tally={tally} marks={marks} members={members} />
      </td>
      <td className="support">{support.toFixed(2)}</td>
      {canDecide && (
        <td className="decide">
          <a href={`${path}#decision`} className={buttonClass("default", "small")} aria-label={`Decide ${title}`}>
            Decide…
          </a>
        </td>
      )}
    </>
  );
}
