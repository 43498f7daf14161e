import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { EntryPage } from "@/components/identity/entry-page";
import { SignInForm } from "@/components/identity/sign-in-form";
import { returnPath } from "@/lib/identity/return-path";
import { currentSession } from "@/lib/identity/session";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = returnPath((await searchParams).next);
  if (await currentSession()) redirect(next);
  return (
    <EntryPage
      title="Sign in to Debrief"
      foot={<p>No account? Ask a lead for an invitation. Forgotten password? Ask the admin who runs this Debrief.</p>}
    >
      <SignInForm next={next} />
    </EntryPage>
  );
}
