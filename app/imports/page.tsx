import type { Metadata } from "next";
import Link from "next/link";
import { forbidden } from "next/navigation";

import { ListLine } from "@/components/imports/list-line";
import { TeamChoice } from "@/components/imports/team-choice";
import { Page } from "@/components/shell/page";
import { PageHead } from "@/components/shell/page-head";
import { buttonClass } from "@/components/ui/button-class";
import { Facts } from "@/components/ui/facts";
import { leadOf } from "@/lib/catalogue/imports/lead-of";
import { listImports } from "@/lib/catalogue/imports/queries";
import type { ImportSummary } from "@/lib/catalogue/imports/types";
import { formatDay } from "@/lib/format/date";
import { requireSession } from "@/lib/identity/gates";

export const metadata: Metadata = { title: "Imports" };

/** What a team has read in, newest first. */
export default async function ImportsPage({ searchParams }: PageProps<"/imports">) {
  const { team: asked, after } = await searchParams;
  const session = await requireSession("/imports");
  const lead = leadOf(session, typeof asked === "string" ? asked : undefined) ?? forbidden();
  const list = (await listImports(lead.viewer, typeof after === "string" ? { after } : {})) ?? forbidden();
  const team = lead.viewer.teamSlug;
  return (
    <Page>
      <PageHead title="Imports">
        <TeamChoice teams={lead.teams} current={team} path="/imports" />
        <Link className={buttonClass()} href={`/imports/feeds?team=${team}`}>
          Feeds
        </Link>
        <Link className={buttonClass("primary")} href={`/imports/new?team=${team}`}>
          Read a post
        </Link>
      </PageHead>
      {list.imports.length === 0 ? <Empty isFirst={after === undefined} /> : <List imports={list.imports} />}
      {list.after && (
        <p className="pt-4">
          <Link className={buttonClass()} href={`/imports?team=${team}&after=${list.after}`} prefetch={false}>
            Older imports
          </Link>
        </p>
      )}
    </Page>
  );
}

function List({ imports }: { imports: readonly ImportSummary[] }) {
  return (
    <ul className="mt-6 border-t border-line">
      {imports.map(({ id, title, state, conference, createdAt, createdBy, counts }) => (
        <ListLine key={id} state={standing(state, counts)}>
          <Link href={`/imports/${id}`} prefetch={false} className="font-medium text-ink">
            {title}
          </Link>
          <Facts isSmall facts={[conference.name, formatDay(createdAt), createdBy]} />
        </ListLine>
      ))}
    </ul>
  );
}

function standing(state: ImportSummary["state"], counts: ImportSummary["counts"]): string {
  const { found, created, merged, known, left } = counts;
  if (state === "reading") return "Being read in";
  if (state === "discarded") return "Discarded";
  if (state === "published") return `${created} created, ${merged} merged`;
  if (known > 0) return `${left} of ${found - known} new left to review`;
  return found === 0 ? "Nothing found" : `${left} of ${found} left to review`;
}

function Empty({ isFirst }: { isFirst: boolean }) {
  if (!isFirst) return <p className="mt-6 text-sm text-ink-3">No older imports.</p>;
  return (
    <ol className="mt-6 grid list-decimal gap-2 pl-5 text-md">
      <li>Paste a recap post, or choose its file.</li>
      <li>Check what was found in it: accept, correct or skip.</li>
      <li>Publish. The announcements are then on the board, for the team to mark.</li>
    </ol>
  );
}
