import type { Metadata } from "next";

import { SubmitButton } from "@/components/ui/submit-button";
import { NameForm } from "@/components/identity/name-form";
import { PageHead } from "@/components/shell/page-head";
import { Page } from "@/components/shell/page";
import { PasswordForm } from "@/components/identity/password-form";
import { leaveEverywhere } from "@/lib/identity/account-actions";
import { requireSession } from "@/lib/identity/gates";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { person } = await requireSession("/account");
  return (
    <Page>
      <PageHead title="Account" facts={[person.email, ...(person.isAdmin ? ["admin"] : [])]} />
      <div className="mt-8 flex max-w-md flex-col gap-8">
        <section className="flex flex-col gap-3">
          <h2>Name</h2>
          <NameForm name={person.name} />
        </section>
        <section className="flex flex-col gap-3 border-t border-line pt-8">
          <h2>Password</h2>
          <PasswordForm email={person.email} />
        </section>
        <section className="flex flex-col gap-3 border-t border-line pt-8">
          <h2>Sessions</h2>
          <p className="text-sm">Signing out everywhere ends this session and every other one of yours.</p>
          <div className="flex flex-wrap gap-2">
            <form action="/sign-out" method="post">
              <SubmitButton>Sign out</SubmitButton>
            </form>
            <form action={leaveEverywhere}>
              <SubmitButton look="danger">Sign out everywhere</SubmitButton>
            </form>
          </div>
        </section>
      </div>
    </Page>
  );
}
