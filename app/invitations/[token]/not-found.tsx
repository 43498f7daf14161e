import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";
import { EntryPage } from "@/components/identity/entry-page";

export default function InvitationNotFound() {
  return (
    <EntryPage
      title="This invitation does not work"
      lead="An invitation works once, for seven days, until a lead revokes it. Ask a lead of the team for a new link."
    >
      <Link href="/" className={buttonClass("primary", "wide")}>
        Go to Debrief
      </Link>
    </EntryPage>
  );
}
