import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";

/** A conference without announcements: what to do about it. */
export function TriageEmpty({ canImport }: { canImport: boolean }) {
  return (
    <section className="triage-card mt-4 grid justify-items-start gap-2">
      <h2>Nothing to triage yet</h2>
      <p>Debrief needs something to read: a recap post, a vendor’s feed, or a list of your own.</p>
      {canImport ? (
        <Link className={`${buttonClass("primary")} mt-2`} href="/imports/new" prefetch={false}>
          Read a source
        </Link>
      ) : (
        <p>A lead of the team can read one in.</p>
      )}
    </section>
  );
}
