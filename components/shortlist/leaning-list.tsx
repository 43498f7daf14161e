"use client";

import { TallyBar } from "@/components/announcements/tally-bar";
import { announcementPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { useInAppLinks } from "@/components/ui/use-in-app-links";
import type { LeaningRow } from "@/lib/shortlist/page/types";

type Props = { rows: readonly LeaningRow[]; teamSlug: string; members: number; canDecide: boolean };

/** What leans to be adopted and nobody has settled, with the way to settle it. */
export function LeaningList({ rows, teamSlug, members, canDecide }: Props) {
  return (
    <table className="leaning" onClick={useInAppLinks()}>
      <thead className="sr-only">
        <tr>
          <th scope="col">Announcement</th>
          <th scope="col">Team of {members}</th>
          <th scope="col">Support</th>
          <th scope="col">{canDecide && "Decide"}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <LeaningRowView key={row.id} row={row} teamSlug={teamSlug} members={members} canDecide={canDecide} />
        ))}
      </tbody>
    </table>
  );
}

function LeaningRowView({ row, teamSlug, members, canDecide }: Omit<Props, "rows"> & { row: LeaningRow }) {
  const { id, slug, title, services, marks, tally, support, notes } = row;
  const path = announcementPath(teamSlug, slug);
  return (
    <tr id={`a-${id}`}>
      <td>
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
      <td>
        <TallyBar tally={tally} marks={marks} members={members} />
      </td>
      <td>
        <span className="sub">support</span> {support.toFixed(2)}
      </td>
      <td>
        {canDecide && (
          <a href={`${path}#decision`} className={buttonClass("default", "small")} aria-label={`Decide ${title}`}>
            Decide…
          </a>
        )}
      </td>
    </tr>
  );
}
