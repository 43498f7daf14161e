import type { Metadata } from "next";
import Link from "next/link";
import { forbidden } from "next/navigation";

import { buttonClass } from "@/components/ui/button-class";
import { TeamChoice } from "@/components/imports/team-choice";
import { leadOf } from "@/lib/catalogue/imports/lead-of";
import { listImports } from "@/lib/catalogue/imports/queries";
import type { ImportSummary } from "@/lib/catalogue/imports/types";
import { formatDay } from "@/lib/format/date";
import { requireSession } from "@/lib/identity/gates";

import "./imports.css";

export const metadata: Metadata = { title: "Imports" };

/** What a team has read in, newest first. */
export default async function ImportsPage({ searchParams }: PageProps<"/imports">) {
  const { team: asked, after } = await searchParams;
  const session = await requireSession("/imports");
  const lead = leadOf(session, typeof asked === "string" ? asked : undefined) ?? forbidden();
  const list = (await listImports(lead.viewer, typeof after === "string" ? { after } : {})) ?? forbidden();
  const team = lead.viewer.teamSlug;
  return (
    <div className="imp-page">
      <header>
        <h1>Imports</h1>
        <TeamChoice teams={lead.teams} current={team} path="/imports" />
        <Link className={buttonClass("primary")} href={`/imports/new?team=${team}`}>
          Read a post
        </Link>
      </header>
      {list.imports.length === 0 ? <Empty isFirst={after === undefined} /> : <List imports={list.imports} />}
      {list.after && (
        <Link className={buttonClass()} href={`/imports?team=${team}&after=${list.after}`} prefetch={false}>
          Older imports
        </Link>
      )}
    </div>
  );
}

function List({ imports }: { imports: readonly ImportSummary[] }) {
  return (
    <ul className="imp-list">
      {imports.map(({ id, title, state, conference, createdAt, createdBy, counts }) => (
        <li key={id}>
          <div>
            <Link href={`/imports/${id}`} prefetch={false}>
              {title}
            </Link>
            <p>
              <span>{conference.name}</span>
              <span>{formatDay(createdAt)}</span>
              <span>{createdBy}</span>
            </p>
          </div>
          <p className="imp-state">{standing(state, counts)}</p>
        </li>
      ))}
    </ul>
  );
}

function standing(state: ImportSummary["state"], counts: ImportSummary["counts"]): string {
  const { found, created, merged, left } = counts;
  if (state === "discarded") return "Discarded";
  if (state === "published") return `${created} created, ${merged} merged`;
  return found === 0 ? "Nothing found" : `${left} of ${found} left to review`;
}

function Empty({ isFirst }: { isFirst: boolean }) {
  if (!isFirst) return <p className="imp-hint">No older imports.</p>;
  return (
    <ol className="imp-steps">
      <li>Paste a recap post, or choose its file.</li>
      <li>Check what was found in it: accept, correct or skip.</li>
      <li>Publish. The announcements are then on the board, for the team to mark.</li>
    </ol>
  );
}
