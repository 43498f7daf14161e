import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { buttonClass } from "@/components/ui/button-class";
import { EntryPage } from "@/components/identity/entry-page";
import { SignOutForm } from "@/components/identity/sign-out-form";
import { requireSession } from "@/lib/identity/gates";
import { lastTeamSlug } from "@/lib/identity/last-team";

export const metadata: Metadata = { title: "Debrief" };

export default async function HomePage() {
  const { person } = await requireSession("/");
  const slug = await lastTeamSlug(person);
  if (slug) redirect(`/teams/${slug}`);
  return (
    <EntryPage
      title="You are in no team yet"
      lead={
        person.isAdmin
          ? "Make a team, or ask a lead for an invitation."
          : "Ask a lead for an invitation: a link that lets you join their team."
      }
      foot={<SignOutForm email={person.email} />}
    >
      {person.isAdmin && (
        <Link href="/admin" className={buttonClass("primary", "wide")}>
          Make a team
        </Link>
      )}
    </EntryPage>
  );
}
