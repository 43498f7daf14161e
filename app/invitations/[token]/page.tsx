import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";

import { EntryPage } from "@/components/identity/entry-page";
import { JoinForm } from "@/components/identity/join-form";
import { RegisterForm } from "@/components/identity/register-form";
import { SignOutForm } from "@/components/identity/sign-out-form";
import { findInvitation } from "@/lib/identity/invitations";
import { currentSession } from "@/lib/identity/session";

// Without the team's name, which a dead link must not tell.
export const metadata: Metadata = { title: "Invitation", referrer: "same-origin" };

export default async function InvitationPage({ params }: PageProps<"/invitations/[token]">) {
  const { token } = await params;
  const [session, invitation] = await Promise.all([currentSession(), findInvitation(token)]);
  if (typeof invitation === "string") notFound();
  const { teamName, role, invitedBy } = invitation;
  const lead = `${invitedBy} invites you as a ${role}.`;

  if (session) {
    return (
      <EntryPage title={`Join ${teamName}`} lead={lead} foot={<SignOutForm email={session.person.email} />}>
        <JoinForm token={token} teamName={teamName} />
      </EntryPage>
    );
  }
  const signIn = `/sign-in?next=${encodeURIComponent(`/invitations/${token}`)}` as const;
  return (
    <EntryPage
      title={`Join ${teamName}`}
      lead={lead}
      foot={
        <p>
          Have an account? <Link href={signIn}>Sign in</Link>, and this page comes back.
        </p>
      }
    >
      <RegisterForm token={token} teamName={teamName} />
    </EntryPage>
  );
}
