import type { Metadata } from "next";
import Link from "next/link";
import { forbidden } from "next/navigation";

import { ImportForm } from "@/components/imports/import-form";
import { TeamChoice } from "@/components/imports/team-choice";
import { leadOf } from "@/lib/catalogue/imports/lead-of";
import { listConferences } from "@/lib/catalogue/imports/queries";
import { requireSession } from "@/lib/identity/gates";

import "../imports.css";

export const metadata: Metadata = { title: "Read a post" };

/** Where a recap post is read in for a team. */
export default async function NewImportPage({ searchParams }: PageProps<"/imports/new">) {
  const { team, conference } = await searchParams;
  const session = await requireSession("/imports/new");
  const { viewer, teams } = leadOf(session, typeof team === "string" ? team : undefined) ?? forbidden();
  const conferences = await listConferences(viewer);
  return (
    <div className="imp-page narrow">
      <header>
        <div>
          <nav className="imp-crumb" aria-label="Breadcrumb">
            <Link href={`/imports?team=${viewer.teamSlug}`}>Imports</Link>
          </nav>
          <h1>Read a post</h1>
        </div>
        <TeamChoice teams={teams} current={viewer.teamSlug} path="/imports/new" />
      </header>
      <ImportForm
        team={viewer.teamSlug}
        conferences={conferences}
        conference={typeof conference === "string" ? conference : ""}
      />
    </div>
  );
}
