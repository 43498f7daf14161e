import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { EntryPage } from "@/components/identity/entry-page";
import { SetupForm } from "@/components/identity/setup-form";
import { setupState } from "@/lib/identity/setup";

export const metadata: Metadata = { title: "Set up", referrer: "same-origin" };

export default async function SetupPage({ params }: PageProps<"/setup/[token]">) {
  const { token } = await params;
  if ((await setupState(token)) !== "open") notFound();
  return (
    <EntryPage
      title="Set up Debrief"
      lead="Your account runs this installation and leads its first team. Others join by invitation."
    >
      <SetupForm token={token} />
    </EntryPage>
  );
}
