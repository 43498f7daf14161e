import type { Metadata } from "next";
import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";
import { InvitationRow } from "@/components/identity/invitation-row";
import { InviteForm } from "@/components/identity/invite-form";
import { MemberRow } from "@/components/identity/member-row";
import { PageHead } from "@/components/shell/page-head";
import { Page } from "@/components/shell/page";
import { formatDay } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import { requireTeam } from "@/lib/identity/gates";
import { openInvitations } from "@/lib/identity/invitations";
import { countPeople, listPeople } from "@/lib/identity/people";
import { can } from "@/lib/identity/permissions";

export async function generateMetadata({ params }: PageProps<"/teams/[team]/people">): Promise<Metadata> {
  const { team } = await params;
  const { teamName } = await requireTeam(team, `/teams/${team}/people`);
  return { title: `People of ${teamName}` };
}

export default async function PeoplePage({ params, searchParams }: PageProps<"/teams/[team]/people">) {
  const { team } = await params;
  const viewer = await requireTeam(team, `/teams/${team}/people`);
  const { after } = await searchParams;
  const [{ people, next }, count, invitations] = await Promise.all([
    listPeople(viewer, { after: typeof after === "string" ? after : null }),
    countPeople(viewer),
    openInvitations(viewer),
  ]);
  const canManage = can(viewer, "people.manage");

  return (
    <Page>
      <PageHead
        title="People"
        facts={[formatCount(count.people, "person", "people"), formatCount(count.leads, "lead")]}
      />
      <div className="mt-6 grid grid-cols-1 items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <section aria-label={`People of ${viewer.teamName}`}>
          <ul className="border-t border-line">
            {people.map(({ personId, name, email, role, joinedAt }) => (
              <MemberRow
                key={personId}
                teamSlug={team}
                teamName={viewer.teamName}
                personId={personId}
                name={name}
                email={email}
                role={role}
                joined={`joined ${formatDay(joinedAt)}`}
                isMe={personId === viewer.personId}
                canManage={canManage}
              />
            ))}
          </ul>
          {next && (
            <p className="pt-4">
              <Link
                href={`/teams/${team}/people?after=${encodeURIComponent(next)}`}
                prefetch={false}
                className={buttonClass()}
              >
                More people
              </Link>
            </p>
          )}
        </section>
        {canManage && (
          <aside className="flex flex-col gap-8">
            <section className="flex flex-col gap-3">
              <h2>Invite somebody</h2>
              <InviteForm teamSlug={team} />
            </section>
            {invitations.length > 0 && (
              <section>
                <h2 className="pb-2">Open invitations</h2>
                <ul className="border-t border-line">
                  {invitations.map(({ id, role, label, invitedBy, expiresAt }) => (
                    <InvitationRow
                      key={id}
                      teamSlug={team}
                      id={id}
                      title={label || `For a ${role}`}
                      facts={`${label ? `${role}, ` : ""}by ${invitedBy}, until ${formatDay(expiresAt)}`}
                    />
                  ))}
                </ul>
              </section>
            )}
          </aside>
        )}
      </div>
    </Page>
  );
}
