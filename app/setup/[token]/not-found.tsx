import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";
import { EntryPage } from "@/components/identity/entry-page";

export default function SetupNotFound() {
  return (
    <EntryPage
      title="This set-up link does not work"
      lead="It works once, until the first account is made. When Debrief is not set up yet, it prints the right link each time it starts."
    >
      <Link href="/sign-in" className={buttonClass("primary", "wide")}>
        Sign in
      </Link>
    </EntryPage>
  );
}
