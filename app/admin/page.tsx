import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";

import { buttonClass } from "@/components/ui/button-class";
import { AdminRow } from "@/components/identity/admin-row";
import { PageHead } from "@/components/shell/page-head";
import { Page } from "@/components/shell/page";
import { TeamForm } from "@/components/identity/team-form";
import { formatCount } from "@/lib/format/number";
import { listInstallationPeople, listInstallationTeams } from "@/lib/identity/admin";
import { requireSession } from "@/lib/identity/gates";

export const metadata: Metadata = { title: "Admin" };

export default async function AdminPage({ searchParams }: PageProps<"/admin">) {
  const { person } = await requireSession("/admin");
  const { people: afterPerson, teams: afterTeam } = await searchParams;
  const [people, teams] = await Promise.all([
    listInstallationPeople(person, { after: text(afterPerson) }),
    listInstallationTeams(person, { after: text(afterTeam) }),
  ]);
  if (!people || !teams) notFound();

  return (
    <Page>
      <PageHead title="Admin" facts={["people and teams of this installation"]} />
      <div className="mt-8 grid grid-cols-1 items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <section>
          <h2 className="pb-2">People</h2>
          <ul className="border-t border-line">
            {people.rows.map(({ personId, name, email, isAdmin, teams: count }) => (
              <AdminRow
                key={personId}
                personId={personId}
                name={name}
                email={email}
                isAdmin={isAdmin}
                teams={formatCount(count, "team")}
                isMe={personId === person.personId}
              />
            ))}
          </ul>
          {people.next && <MoreLink href={`/admin?people=${encodeURIComponent(people.next)}`}>More people</MoreLink>}
        </section>
        <aside className="flex flex-col gap-8">
          <section className="flex flex-col gap-3">
            <h2>New team</h2>
            <TeamForm />
          </section>
          <section>
            <h2 className="pb-2">Teams</h2>
            <ul className="border-t border-line">
              {teams.rows.map(({ teamId, name, people: count }) => (
                <li key={teamId} className="flex items-baseline gap-3 border-b border-line py-2 text-sm">
                  <span className="min-w-0 grow wrap-break-word text-ink">{name}</span>
                  <span className="text-xs whitespace-nowrap text-ink-3">{formatCount(count, "person", "people")}</span>
                </li>
              ))}
            </ul>
            {teams.next && <MoreLink href={`/admin?teams=${encodeURIComponent(teams.next)}`}>More teams</MoreLink>}
          </section>
        </aside>
      </div>
    </Page>
  );
}

function MoreLink({ href, children }: { href: `/admin?${string}`; children: string }) {
  return (
    <p className="pt-4">
      <Link href={href} prefetch={false} className={buttonClass()}>
        {children}
      </Link>
    </p>
  );
}

function text(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
